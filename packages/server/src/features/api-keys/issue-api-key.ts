import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import { composeApiKey } from './api-key-format.ts';
import { countLiveApiKeys, insertApiKey } from './api-keys.queries.ts';
import { authorizeKeyOwner, requireKindEnabled } from './authorize-key-owner.ts';

/** Live keys one user or team can hold: far more than anybody manages, far fewer than would hurt. */
export const maxLiveApiKeys = 1_000;

export interface ApiKeyWish {
  owner: ApiKeyOwner;
  description: string;
  /** Null: never. */
  expiresAt: Date | null;
  isPublic: boolean;
}

/** A new key, and the only sight of its string: what is stored cannot be turned back into it. */
export async function issueApiKey(
  deps: Deps,
  caller: Caller,
  wish: ApiKeyWish,
): Promise<{ key: ApiKey; value: string }> {
  requireKindEnabled(caller, wish.owner.kind);
  await authorizeKeyOwner(deps.db, caller, wish.owner);
  await requireRoom(deps, caller, wish.owner);

  const id = deps.random.uuid();
  const value = composeApiKey(deps.random, { isPublic: wish.isPublic, id, kind: wish.owner.kind });
  const key: ApiKey = {
    projectId: caller.project.id,
    id,
    kind: wish.owner.kind,
    ownerId: wish.owner.id,
    description: wish.description,
    isPublic: wish.isPublic,
    lastFour: value.slice(-4),
    creatorUserId: caller.session?.userId ?? null,
    createdAt: deps.clock.now(),
    expiresAt: wish.expiresAt,
    revokedAt: null,
    ownerRestricted: false,
  };
  try {
    await insertApiKey(deps.db, key, deps.secrets.hash('api-key', value));
  } catch (error) {
    throw asUnknownOwner(error, wish.owner) ?? error;
  }
  return { key, value };
}

/** Counted before and not inside of a lock: two calls at once may go one over, which harms nobody. */
async function requireRoom({ db, clock }: Deps, caller: Caller, owner: ApiKeyOwner): Promise<void> {
  const count = await countLiveApiKeys(db, caller.project.id, owner, clock.now());
  if (count < maxLiveApiKeys) return;
  throw new PlainError(
    400,
    `This ${owner.kind} holds ${maxLiveApiKeys} live API keys, which is the most. Revoke some first.`,
  );
}

function asUnknownOwner(error: unknown, owner: ApiKeyOwner): KnownError | null {
  switch (violatedConstraint(error)) {
    case 'api_keys_user':
      return new KnownError('USER_ID_DOES_NOT_EXIST', { user_id: owner.id });
    case 'api_keys_team':
      return new KnownError('TEAM_NOT_FOUND', { team_id: owner.id });
    default:
      return null;
  }
}
