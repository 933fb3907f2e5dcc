import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';
import { selectApiKey, selectApiKeyForUpdate, updateApiKeyRow } from './api-keys.queries.ts';
import { authorizeKeyOwner, requireKindEnabled, requireUnrestrictedSession } from './authorize-key-owner.ts';
import { isLive } from './judge-api-key.ts';

/** Which key is meant: by kind and id, and by its owner where the caller names one. */
export interface ApiKeyReference {
  kind: ApiKeyKind;
  id: string;
  ownerId: string | undefined;
}

export interface ApiKeyChange {
  description?: string | undefined;
  /** Null: never; undefined: as it is. */
  expiresAt?: Date | null | undefined;
  revoked?: true | undefined;
}

export async function getApiKey(deps: Deps, caller: Caller, reference: ApiKeyReference): Promise<ApiKey> {
  requireKindEnabled(caller, reference.kind);
  const key = await selectApiKey(deps.db, caller.project.id, reference.kind, reference.id);
  return authorizeKey(deps.db, caller, reference, key);
}

/** Renames, re-dates or revokes a key. Revoking is for good: the first moment stays, and nothing revives the key. */
export function updateApiKey(
  deps: Deps,
  caller: Caller,
  reference: ApiKeyReference,
  change: ApiKeyChange,
): Promise<ApiKey> {
  requireKindEnabled(caller, reference.kind);
  return inTransaction(deps.db, async (db) => {
    const found = await selectApiKeyForUpdate(db, caller.project.id, reference.kind, reference.id);
    const key = await authorizeKey(db, caller, reference, found);
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

/** The key, if there is one, if its owner is the one named, and if the caller may touch it. */
async function authorizeKey(
  db: Db,
  caller: Caller,
  { ownerId }: ApiKeyReference,
  key: ApiKey | undefined,
): Promise<ApiKey> {
  if (!isServer(caller)) requireUnrestrictedSession(caller);
  if (key === undefined || (ownerId !== undefined && ownerId !== key.ownerId))
    throw new KnownError('API_KEY_NOT_FOUND');
  await authorizeKeyOwner(db, caller, { kind: key.kind, id: key.ownerId });
  return key;
}
