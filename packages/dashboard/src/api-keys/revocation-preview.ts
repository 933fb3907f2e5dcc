import { apiKeyStatus, type ApiKeyValidity } from '@latchkey/react';

/** What of a key decides who notices that it is gone. */
export interface PreviewedKey extends ApiKeyValidity {
  owner: { id: string };
  lastUsedAt: Date | null | undefined;
}

/** What stops working when keys are revoked, as far as the list of them tells. */
export interface RevocationPreview<Key> {
  /** Those that work until then. */
  live: number;
  /** Those that do not work any more anyway. */
  ended: number;
  owners: number;
  usedInLastDay: number;
  usedInLastWeek: number;
  /** Of those in use, the last used first. */
  lastUsed: Key[];
}

const dayMillis = 24 * 60 * 60 * 1000;

/** Looks at keys before they are revoked; those that have ended already count for nothing but `ended`. */
export function previewRevocation<Key extends PreviewedKey>(keys: readonly Key[], now: Date): RevocationPreview<Key> {
  const live = keys.filter((key) => ['active', 'expiring'].includes(apiKeyStatus(key, now)));
  const usedWithin = (days: number) => live.filter((key) => usedAt(key) > now.getTime() - days * dayMillis);
  return {
    live: live.length,
    ended: keys.length - live.length,
    owners: new Set(live.map(({ owner }) => owner.id)).size,
    usedInLastDay: usedWithin(1).length,
    usedInLastWeek: usedWithin(7).length,
    lastUsed: live.filter(({ lastUsedAt }) => lastUsedAt != null).sort((one, other) => usedAt(other) - usedAt(one)),
  };
}

function usedAt({ lastUsedAt }: PreviewedKey): number {
  return lastUsedAt?.getTime() ?? -Infinity;
}
