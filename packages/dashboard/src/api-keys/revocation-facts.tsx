import type { HeldApiKey } from '@latchkey/react';
import { RelativeTime } from '@latchkey/ui';
import { countOf } from '../figures/count-of.ts';
import { nameOfKey } from './name-of-key.ts';
import type { RevocationPreview } from './revocation-preview.ts';

/** How many names are told: enough to notice what should not be among them. */
const maxNames = 5;

/** What stops working when keys are revoked, in numbers and names. */
export function RevocationFacts({ preview, now }: { preview: RevocationPreview<HeldApiKey>; now: Date }) {
  const { live, ended, owners, usedInLastDay, usedInLastWeek, lastUsed } = preview;
  const more = lastUsed.length - maxNames;
  return (
    <div className="revocation">
      <dl className="revocation__figures">
        <Figure label="Stop working" value={countOf(live, 'key')} />
        <Figure label="Of" value={countOf(owners, 'owner')} />
        <Figure
          label="Used in the last 24 hours"
          value={usedInLastDay.toLocaleString('en')}
          warns={usedInLastDay > 0}
        />
        <Figure label="Used in the last 7 days" value={usedInLastWeek.toLocaleString('en')} />
      </dl>
      {lastUsed.length > 0 ? (
        <>
          <h3 className="revocation__title">Most recently used</h3>
          <ul className="revocation__names">
            {lastUsed.slice(0, maxNames).map((key) => (
              <li key={key.id}>
                <bdi>{nameOfKey(key)}</bdi>
                {key.lastUsedAt ? (
                  <RelativeTime date={min(key.lastUsedAt, now)} now={now} locale="en" className="lk-faint" />
                ) : null}
              </li>
            ))}
            {more > 0 ? <li className="lk-faint">and {more.toLocaleString('en')} more</li> : null}
          </ul>
        </>
      ) : (
        <p className="lk-muted">None of them was ever used.</p>
      )}
      {ended > 0 ? (
        <p className="lk-muted">{countOf(ended, 'chosen key')} had expired or been revoked before.</p>
      ) : null}
    </div>
  );
}

function Figure({ label, value, warns = false }: { label: string; value: string; warns?: boolean }) {
  return (
    <div className={warns ? 'revocation__figure revocation__figure--warns' : 'revocation__figure'}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function min(date: Date, now: Date): Date {
  return date < now ? date : now;
}
