import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey } from './api-key.ts';
import { selectApiKey } from './api-keys.queries.ts';
import type { ApiKeyLookup } from './check-api-key.ts';
import { type ApiKeyReference, authorizeKey } from './authorize-key.ts';

/** One key, whatever its state. */
export function getApiKey({ db }: Deps, caller: Caller, reference: ApiKeyReference): Promise<ApiKey> {
  return authorizeKey(db, caller, reference, selectApiKey);
}

/**
 * One key of the project, of either kind, whatever its state and whichever kinds are switched on.
 *
 * @throws KnownError API_KEY_NOT_FOUND
 */
export async function getApiKeyOfProject({ db }: Deps, { project }: Caller, id: string): Promise<ApiKey> {
  const key = await selectApiKey(db, project.id, null, id);
  if (key === undefined) throw new KnownError('API_KEY_NOT_FOUND');
  return key;
}

/**
 * The key behind a string that somebody pasted, as `getApiKeyOfProject`.
 *
 * @throws KnownError API_KEY_NOT_FOUND
 */
export async function findApiKey(deps: Deps, lookup: ApiKeyLookup, caller: Caller, value: string): Promise<ApiKey> {
  const key = await lookup(value);
  if (key?.projectId !== caller.project.id) throw new KnownError('API_KEY_NOT_FOUND');
  return getApiKeyOfProject(deps, caller, key.id);
}
