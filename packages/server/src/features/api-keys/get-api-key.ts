import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey } from './api-key.ts';
import { selectApiKey } from './api-keys.queries.ts';
import { type ApiKeyReference, authorizeKey } from './authorize-key.ts';

/** One key, whatever its state. */
export function getApiKey({ db }: Deps, caller: Caller, reference: ApiKeyReference): Promise<ApiKey> {
  return authorizeKey(db, caller, reference, selectApiKey);
}
