import type { Db } from '../../database/database.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { requireSession, resolveOwnUserId } from '../../http/require-user.ts';
import { hasTeamPermission } from '../permissions/index.ts';
import type { ApiKeyOwner } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';

/**
 * Who may touch whose keys: the application's server all of its project; a user his own, and those of a team in which he
 * may manage keys. A team's keys look unknown to anybody else, so as not to tell that the team exists.
 *
 * @param owner a user's id may be `me`; the owner returned has the id that it means
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, RESTRICTED_USER_NOT_ALLOWED, API_KEY_NOT_FOUND
 * @throws PlainError 400 for a kind that is switched off; 403 for another user's keys
 */
export async function authorizeKeyOwner(db: Db, caller: Caller, owner: ApiKeyOwner): Promise<ApiKeyOwner> {
  requireKindEnabled(caller, owner.kind);
  refuseRestrictedUser(caller);
  if (owner.kind === 'user') return { kind: 'user', id: resolveOwnUserId(caller, owner.id) };
  if (isServer(caller)) return owner;

  const mayManage = await hasTeamPermission(db, {
    projectId: caller.project.id,
    teamId: owner.id,
    userId: requireSession(caller).userId,
    permissionId: '$manage_api_keys',
  });
  if (!mayManage) throw new KnownError('API_KEY_NOT_FOUND');
  return owner;
}

/** Every endpoint of a kind is closed while the project has the kind switched off; wire.md section 6. */
export function requireKindEnabled({ project }: Caller, kind: ApiKeyKind): void {
  if (isKindEnabled({ project }, kind)) return;
  throw new PlainError(400, `API keys of ${kind}s are switched off in this project. Switch them on in its settings.`);
}

export function isKindEnabled({ project }: Pick<Caller, 'project'>, kind: ApiKeyKind): boolean {
  return kind === 'user' ? project.settings.allow_user_api_keys : project.settings.allow_team_api_keys;
}

/** The allow header is a client's own word, so it does not admit a user whom an administrator restricts. */
export function refuseRestrictedUser(caller: Caller): void {
  if (isServer(caller)) return;
  const { restrictedReason } = requireSession(caller);
  if (restrictedReason?.type === 'restricted_by_administrator') {
    throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason: restrictedReason });
  }
}
