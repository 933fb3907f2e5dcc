import type { Db } from '../../database/database.ts';
import { type Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { ApiKey } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';
import { authorizeKeyOwner, refuseRestrictedUser, requireKindEnabled } from './authorize-key-owner.ts';

/** Which key is meant: by kind and id, and by its owner, an id or `me`, where the caller names one. */
export interface ApiKeyReference {
  kind: ApiKeyKind;
  id: string;
  ownerId: string | undefined;
}

/**
 * The key that is meant, if the owner named is its owner, and if the caller may touch it.
 *
 * @param select reads the key; with a lock where it is to be changed
 * @throws KnownError API_KEY_NOT_FOUND, and as `authorizeKeyOwner`
 */
export async function authorizeKey(
  db: Db,
  caller: Caller,
  { kind, id, ownerId }: ApiKeyReference,
  select: (db: Db, projectId: string, kind: ApiKeyKind, id: string) => Promise<ApiKey | undefined>,
): Promise<ApiKey> {
  requireKindEnabled(caller, kind);
  refuseRestrictedUser(caller);
  const namedOwnerId = kind === 'user' && ownerId !== undefined ? resolveOwnUserId(caller, ownerId) : ownerId;
  const key = await select(db, caller.project.id, kind, id);
  if (key === undefined || (namedOwnerId !== undefined && namedOwnerId !== key.ownerId))
    throw new KnownError('API_KEY_NOT_FOUND');
  await authorizeKeyOwner(db, caller, { kind, id: key.ownerId });
  return key;
}
