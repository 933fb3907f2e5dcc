import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Page } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { type KeySetRecord, selectKeySet, selectKeySets } from './project-keys.queries.ts';

/** All sets of the caller's project, newest first. */
export async function listProjectKeys(deps: Deps, { project }: Caller): Promise<Page<KeySetRecord>> {
  return { items: await selectKeySets(deps.db, project.id) };
}

/**
 * One set of the caller's project.
 *
 * @throws KnownError API_KEY_NOT_FOUND
 */
export async function getProjectKeys(deps: Deps, { project }: Caller, id: string): Promise<KeySetRecord> {
  const set = await selectKeySet(deps.db, project.id, id);
  if (set === undefined) throw new KnownError('API_KEY_NOT_FOUND');
  return set;
}
