import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { getProjectKeys } from './get-project-keys.ts';
import { type KeySetRecord, updateKeySetRow } from './project-keys.queries.ts';
import { refuseKeysOfInternal } from './refuse-keys-of-internal.ts';

/**
 * Renames or revokes a set of the caller's project. From the moment this is acknowledged, no node takes a revoked key.
 *
 * @throws KnownError API_KEY_NOT_FOUND; PlainError 403 for `internal`
 */
export async function updateProjectKeys(
  deps: Deps,
  caller: Caller,
  id: string,
  { description, revoked }: { description?: string | undefined; revoked?: true | undefined },
): Promise<KeySetRecord> {
  refuseKeysOfInternal(caller.project);
  const revokedAt = revoked === true ? deps.clock.now() : null;
  await updateKeySetRow(deps.db, { projectId: caller.project.id, id, description, revokedAt });
  return getProjectKeys(deps, caller, id);
}
