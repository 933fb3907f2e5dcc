import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { revokeApiKeyRows } from './api-keys.queries.ts';

export type RevocationOutcome = 'revoked' | 'already_revoked' | 'not_found';

/** Revokes many keys of the project at once, all or none, and tells what became of each. */
export async function revokeApiKeys(
  deps: Deps,
  caller: Caller,
  ids: string[],
): Promise<{ id: string; outcome: RevocationOutcome }[]> {
  const found = await inTransaction(deps.db, (db) => revokeApiKeyRows(db, caller.project.id, ids, deps.clock.now()));
  return [...new Set(ids)].map((id) => {
    const key = found.get(id);
    if (key === undefined) return { id, outcome: 'not_found' };
    return { id, outcome: key.revokedNow ? 'revoked' : 'already_revoked' };
  });
}
