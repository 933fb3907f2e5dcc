import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { lockTeamMember } from '../teams/index.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import { composeApiKey } from './api-key-format.ts';
import { countLiveApiKeys, insertApiKey } from './api-keys.queries.ts';
import { authorizeKeyOwner } from './authorize-key-owner.ts';

/** Live keys one user or team can hold: far more than anybody manages, far fewer than would hurt. */
export const maxLiveApiKeys = 1_000;

export interface ApiKeyWish {
  /** A user's id may be `me`. */
  owner: ApiKeyOwner;
  description: string;
  /** Null: never. */
  expiresAt: Date | null;
  isPublic: boolean;
}

/** A key just made, and the only sight of its string: what is stored cannot be turned back into it. */
export interface IssuedApiKey {
  key: ApiKey;
  value: string;
}

/**
 * Makes a new key.
 *
 * @throws KnownError USER_ID_DOES_NOT_EXIST, TEAM_NOT_FOUND, and as `authorizeKeyOwner`
 * @throws PlainError 400 when the owner holds as many as one can
 */
export function issueApiKey(deps: Deps, caller: Caller, wish: ApiKeyWish): Promise<IssuedApiKey> {
  return inTransaction(deps.db, (db) => issue(deps, db, caller, wish));
}

async function issue(deps: Deps, db: Db, caller: Caller, wish: ApiKeyWish): Promise<IssuedApiKey> {
  const owner = await authorizeKeyOwner(db, caller, wish.owner);
  const now = deps.clock.now();
  await requireRoom(db, caller, owner, now);

  const id = deps.random.uuid();
  const value = composeApiKey(deps.random, { isPublic: wish.isPublic, id, kind: owner.kind });
  const key: ApiKey = {
    projectId: caller.project.id,
    id,
    kind: owner.kind,
    ownerId: owner.id,
    description: wish.description,
    isPublic: wish.isPublic,
    lastFour: value.slice(-4),
    creatorUserId: caller.session?.userId ?? null,
    createdAt: now,
    expiresAt: wish.expiresAt,
    revokedAt: null,
    ownerRestricted: false,
    leakReportedAt: null,
    lastUsedAt: null,
  };
  await insertApiKey(db, key, deps.secrets.hash('api-key', value)).catch((error: unknown) => {
    throw asUnknownOwner(error, owner) ?? error;
  });
  await holdMembership(db, caller, owner);
  return { key, value };
}

/** Counted before and not inside of a lock: calls at once may go a few over, which harms nobody. */
async function requireRoom(db: Db, caller: Caller, owner: ApiKeyOwner, now: Date): Promise<void> {
  const count = await countLiveApiKeys(db, caller.project.id, owner, now);
  if (count < maxLiveApiKeys) return;
  throw new PlainError(
    400,
    `This ${owner.kind} holds ${maxLiveApiKeys} live API keys, which is the most. Revoke some first.`,
  );
}

/**
 * Whoever removes the creator from the team at this moment waits for the key, and can so revoke it with his others; a
 * creator who was removed meanwhile gets none. After the insertion: rows are locked from the team down, as deletions do.
 */
async function holdMembership(db: Db, caller: Caller, { kind, id: teamId }: ApiKeyOwner): Promise<void> {
  if (kind !== 'team' || caller.session === null) return;
  const { userId } = caller.session;
  const isMember = await lockTeamMember(db, { projectId: caller.project.id, teamId, userId });
  if (!isMember && !isServer(caller)) throw new KnownError('API_KEY_NOT_FOUND');
}

function asUnknownOwner(error: unknown, owner: ApiKeyOwner): KnownError | null {
  switch (violatedConstraint(error)) {
    case 'api_keys_user':
      return new KnownError('USER_ID_DOES_NOT_EXIST', { user_id: owner.id });
    case 'api_keys_team':
      return new KnownError('TEAM_NOT_FOUND', { team_id: owner.id });
    // The signed-in user was deleted meanwhile.
    case 'api_keys_project_id_creator_user_id_fkey':
      return new KnownError('USER_AUTHENTICATION_REQUIRED');
    default:
      return null;
  }
}
