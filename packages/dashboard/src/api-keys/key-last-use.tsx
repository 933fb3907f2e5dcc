import { RelativeTime } from '@latchkey/ui';
import type { KeyMomentProps } from './key-end.tsx';

/** The last check that a key passed. */
export function KeyLastUse({ apiKey: { lastUsedAt }, now }: KeyMomentProps) {
  if (lastUsedAt == null) return <span className="lk-faint">never</span>;
  return <RelativeTime date={lastUsedAt < now ? lastUsedAt : now} now={now} locale="en" />;
}
