import type { ApiKeyRevocation } from '@latchkey/react';
import { countOf } from '../figures/count-of.ts';

/** What became of keys that were to be revoked, in a sentence; of one key, by its name. */
export function describeOutcomes(outcomes: readonly ApiKeyRevocation[], name: string | undefined): string {
  const count = (wanted: ApiKeyRevocation['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const revoked = count('revoked');
  const before = count('already_revoked');
  const missing = count('not_found');
  if (name !== undefined) {
    if (before === 1) return `“${name}” had been revoked before.`;
    return missing === 1 ? `“${name}” is not there any more.` : `“${name}” was revoked.`;
  }
  return [
    `${countOf(revoked, 'key')} revoked`,
    before > 0 ? `${before} had been revoked before` : '',
    missing > 0 ? `${missing} not there any more` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
    .concat('.');
}
