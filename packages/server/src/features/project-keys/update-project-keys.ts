import type { Caller } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { getProjectKeys } from './get-project-keys.ts';
import { type KeySetRecord, updateKeySetRow } from './project-keys.queries.ts';

/**
 * Renames or revokes a set of the caller's project. From the moment this is acknowledged, no node takes a revoked key.
 *
 * @throws KnownError API_KEY_NOT_FOUND; PlainError 403 for the set that the server's environment decides
 */
export async function updateProjectKeys(
  deps: Deps,
  caller: Caller,
  id: string,
  { description, revoked }: { description?: string | undefined; revoked?: true | undefined },
): Promise<KeySetRecord> {
  const set = await getProjectKeys(deps, caller, id);
  // Revoked, it would be back at the next start.
  if (set.from_environment) {
    throw new PlainError(
      403,
      'These keys come from the environment of the server: change its variables and restart it.',
    );
  }
  const revokedAt = revoked === true ? deps.clock.now() : null;
  const updated = await updateKeySetRow(deps.db, { projectId: caller.project.id, id, description, revokedAt });
  if (updated === undefined) throw new KnownError('API_KEY_NOT_FOUND');
  return getProjectKeys(deps, caller, id);
}
