import { apiKeyStatus, type HeldApiKey } from '@latchkey/react';
import { RelativeTime, Tag } from '@latchkey/ui';
import type { ReactNode } from 'react';

export interface KeyMomentProps {
  apiKey: HeldApiKey;
  now: Date;
}

/** When a key ends, or how it ended. Only what needs the eye has a colour: its last week, and a leak. */
export function KeyEnd({ apiKey, now }: KeyMomentProps) {
  const { expiresAt, manuallyRevokedAt, leakReportedAt } = apiKey;
  switch (apiKeyStatus(apiKey, now)) {
    case 'active':
      return expiresAt === undefined ? <span className="lk-muted">never</span> : <Moment date={expiresAt} now={now} />;
    case 'expiring':
      return <Tag tone="warn">{expiresAt ? <RelativeTime date={expiresAt} now={now} locale="en" /> : null}</Tag>;
    case 'expired':
      return <Ended what={<Tag>Expired</Tag>} at={expiresAt} now={now} />;
    case 'revoked':
      return (
        <Ended
          what={leakReportedAt ? <Tag tone="bad">Leaked</Tag> : <Tag>Revoked</Tag>}
          at={manuallyRevokedAt ?? undefined}
          now={now}
        />
      );
  }
}

function Ended({ what, at, now }: { what: ReactNode; at: Date | undefined; now: Date }) {
  return (
    <span className="key-end">
      {what}
      {at ? <Moment date={at < now ? at : now} now={now} /> : null}
    </span>
  );
}

function Moment({ date, now }: { date: Date; now: Date }) {
  return <RelativeTime date={date} now={now} locale="en" className="lk-muted" />;
}
