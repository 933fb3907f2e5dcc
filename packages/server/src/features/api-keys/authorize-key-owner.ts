import type { Db } from '../../database/database.ts';
import { type Caller, isServer, type Session } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import { hasTeamPermission } from '../permissions/index.ts';
import type { ApiKeyOwner } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';

/** Every endpoint of a kind is closed while the project has the kind switched off; wire.md section 6. */
export function requireKindEnabled({ project }: Caller, kind: ApiKeyKind): void {
  if (isKindEnabled({ project }, kind)) return;
  throw new PlainError(400, `API keys of ${kind}s are switched off in this project. Switch them on in its settings.`);
}

export function isKindEnabled({ project }: Pick<Caller, 'project'>, kind: ApiKeyKind): boolean {
  return kind === 'user' ? project.settings.allow_user_api_keys : project.settings.allow_team_api_keys;
}

/**
 * Who may touch whose keys: the application's server all of its project; a user his own, and those of a team in which he
 * may manage keys. A team's keys look unknown to anybody else, so as not to tell that the team exists.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, RESTRICTED_USER_NOT_ALLOWED, API_KEY_NOT_FOUND
 * @throws PlainError 403 for another user's keys
 */
export async function authorizeKeyOwner(db: Db, caller: Caller, owner: ApiKeyOwner): Promise<void> {
  if (isServer(caller)) return;
  const { userId } = requireUnrestrictedSession(caller);
  if (owner.kind === 'user') {
    if (owner.id !== userId) throw new PlainError(403, 'These are the API keys of another user.');
    return;
  }
  const mayManage = await hasTeamPermission(db, {
    projectId: caller.project.id,
    teamId: owner.id,
    userId,
    permissionId: '$manage_api_keys',
  });
  if (!mayManage) throw new KnownError('API_KEY_NOT_FOUND');
}

/** The allow header is the caller's own word, so it does not admit a user whom an administrator restricts. */
export function requireUnrestrictedSession(caller: Caller): Session {
  const session = requireSession(caller);
  if (session.restrictedReason?.type === 'restricted_by_administrator') {
    throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason: session.restrictedReason });
  }
  return session;
}
