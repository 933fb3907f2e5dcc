import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey } from './api-key.ts';
import { selectApiKeyForUpdate, updateApiKeyRow } from './api-keys.queries.ts';
import { type ApiKeyReference, authorizeKey } from './authorize-key.ts';
import { isLive } from './judge-api-key.ts';

export interface ApiKeyChange {
  description?: string | undefined;
  /** Null: never; undefined: as it is. */
  expiresAt?: Date | null | undefined;
  revoked?: true | undefined;
}

/** Renames, re-dates or revokes a key. Revoking is for good: the first moment stays, and nothing revives the key. */
export function updateApiKey(
  deps: Deps,
  caller: Caller,
  reference: ApiKeyReference,
  change: ApiKeyChange,
): Promise<ApiKey> {
  return inTransaction(deps.db, async (db) => {
    const key = await authorizeKey(db, caller, reference, selectApiKeyForUpdate);
    const now = deps.clock.now();
    if (change.expiresAt !== undefined && !isLive(key, now)) {
      throw new PlainError(400, 'A revoked or expired API key cannot get another expiry. Create a new key instead.');
    }
    const changed: ApiKey = {
      ...key,
      description: change.description ?? key.description,
      expiresAt: change.expiresAt === undefined ? key.expiresAt : change.expiresAt,
      revokedAt: key.revokedAt ?? (change.revoked === true ? now : null),
    };
    await updateApiKeyRow(db, key, changed);
    return changed;
  });
}
