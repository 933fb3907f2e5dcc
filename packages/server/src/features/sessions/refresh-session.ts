import type { Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  type RefreshableSession,
  selectSessionByHash,
  updateSessionLastUse,
  updateUserLastActivity,
} from './sessions.queries.ts';
import { type AccessToken, signAccessToken } from './sign-access-token.ts';

/** Clients refresh often; the time of last use is kept to the minute, so that most refreshes only read. */
const useIsRecordedEveryMillis = 60_000;

/**
 * A new access token for the session of a refresh token. The refresh token stays good: many uses, also at the same time.
 *
 * @throws KnownError REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED
 */
export async function refreshSession(
  deps: Deps,
  project: Pick<Project, 'id' | 'settings'>,
  refreshToken: string | undefined,
): Promise<AccessToken> {
  const session = refreshToken === undefined ? undefined : await findSession(deps, project.id, refreshToken);
  if (session === undefined) throw new KnownError('REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED');
  await recordUse(deps, project.id, session);
  return signAccessToken(deps, project, session.user, session);
}

function findSession(
  { db, secrets, clock }: Deps,
  projectId: string,
  refreshToken: string,
): Promise<RefreshableSession | undefined> {
  const hashes = secrets.possibleHashes('refresh-token', refreshToken);
  return selectSessionByHash(db, { projectId, hashes, now: clock.now() });
}

/** Two statements, not one transaction: each locks a single row, so no other work can deadlock with them. */
async function recordUse({ db, clock }: Deps, projectId: string, session: RefreshableSession): Promise<void> {
  const now = clock.now();
  if (now.getTime() - session.lastUsedAt.getTime() < useIsRecordedEveryMillis) return;
  await updateSessionLastUse(db, { projectId, id: session.id, now });
  if (!session.isImpersonation) await updateUserLastActivity(db, { projectId, userId: session.user.userId, now });
}
