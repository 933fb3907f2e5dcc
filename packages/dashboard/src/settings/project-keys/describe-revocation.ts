import type { InternalApiKey } from '@latchkey/react';
import { formatRelativeTime } from '@latchkey/ui';
import { keysOf, type ProjectKeys } from './project-key-kinds.ts';

/** What stops working with a set of project keys: a sentence for each of its keys. */
export function describeRevocation(set: ProjectKeys & Pick<InternalApiKey, 'expiresAt'>, now: Date): string[] {
  const hasExpired = set.expiresAt <= now;
  return keysOf(set).map(({ kind, lastFour, lastUsedAt }) => {
    const name = `${kind.name} …${lastFour}`;
    if (!lastUsedAt) return `${name} was never used, so nothing stops working.`;
    const used = `${name} was last used ${formatRelativeTime({ date: lastUsedAt, now, locale: 'en' })}`;
    return hasExpired ? `${used}, and has expired since.` : `${used}: ${kind.user} stops working at once.`;
  });
}
