'use client';
import { Avatar, formatRelativeTime, RelativeTime, Tag } from '@latchkey/ui';
import { useWords } from '../words/use-words.ts';
import type { HeldApiKey } from './api-key-holder.ts';
import { apiKeyStatus } from './api-key-status.ts';
import type { KeyCreator } from './use-key-creators.ts';

/** What a key is called; one without a description by its last four. */
export function nameOf({ description, value }: HeldApiKey): string {
  return description.trim() === '' ? `···· ${value.lastFour}` : description;
}

/** All of a key that can be seen: `sk_ ···· 75cb`. */
export function MaskedKey({ apiKey }: { apiKey: HeldApiKey }) {
  return (
    <bdi dir="ltr" className="lk-mono lk-faint">
      {apiKey.isPublic ? 'pk_' : 'sk_'} ···· {apiKey.value.lastFour}
    </bdi>
  );
}

export function KeyName({ apiKey }: { apiKey: HeldApiKey }) {
  const { text } = useWords();
  return (
    <span className="lk-api-keys__name">
      <bdi>{nameOf(apiKey)}</bdi>
      {apiKey.isPublic ? <span className="lk-note"> · {text('api_keys.public_mark')}</span> : null}
    </span>
  );
}

export function Creator({ creator: { name, imageUrl } }: { creator: KeyCreator }) {
  return (
    <span className="lk-api-keys__creator">
      <Avatar name={name} src={imageUrl} />
      <bdi>{name}</bdi>
    </span>
  );
}

export interface KeyTimeProps {
  apiKey: HeldApiKey;
  now: Date;
}

export function KeyCreated({ apiKey, now }: KeyTimeProps) {
  return <RelativeTime date={notAfter(now, apiKey.createdAt)} now={now} locale={useWords().language} />;
}

/** When a check last passed the key. */
export function KeyLastUse({ apiKey, now }: KeyTimeProps) {
  const { language, text } = useWords();
  const { lastUsedAt } = apiKey;
  if (lastUsedAt === undefined) return null;
  if (lastUsedAt === null) return <span className="lk-faint">{text('api_keys.never_used')}</span>;
  return <RelativeTime date={notAfter(now, lastUsedAt)} now={now} locale={language} />;
}

/** Only a warning has a colour: within the last week. */
export function KeyExpiry({ apiKey, now }: KeyTimeProps) {
  const { language, text } = useWords();
  const { expiresAt } = apiKey;
  if (expiresAt === undefined) return <span className="lk-muted">{text('api_keys.never')}</span>;
  const time = <RelativeTime date={expiresAt} now={now} locale={language} className="lk-muted" />;
  if (apiKeyStatus(apiKey, now) !== 'expiring') return time;
  return (
    <Tag tone="warn">
      <RelativeTime date={expiresAt} now={now} locale={language} />
    </Tag>
  );
}

/** What ended a key, and when. */
export function KeyEnd({ apiKey, now }: KeyTimeProps) {
  const { language, text } = useWords();
  const { manuallyRevokedAt, expiresAt } = apiKey;
  const end = manuallyRevokedAt ?? expiresAt;
  return (
    <span className="lk-api-keys__end">
      <Tag>{text(manuallyRevokedAt === null ? 'api_keys.status_expired' : 'api_keys.status_revoked')}</Tag>
      {end ? <RelativeTime date={notAfter(now, end)} now={now} locale={language} className="lk-muted" /> : null}
    </span>
  );
}

/** When a key was created, inside a sentence. */
export function createdWhen({ createdAt }: HeldApiKey, { now, locale }: { now: Date; locale: string }): string {
  return formatRelativeTime({ date: notAfter(now, createdAt), now, locale });
}

/** The server's clock may be ahead, and `now` a little old: nothing was done in the future. */
function notAfter(now: Date, date: Date): Date {
  return date > now ? now : date;
}
