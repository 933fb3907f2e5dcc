import type { Db } from '../../database/database.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { randomSecret } from '../../platform/random.ts';
import { insertSession, selectTokenSubject } from './sessions.queries.ts';
import { signAccessToken } from './sign-access-token.ts';

export interface NewSession {
  project: Pick<Project, 'id' | 'settings'>;
  userId: string;
  /** A year, if not given. */
  lifetimeMillis?: number | undefined;
  /** Whether somebody else acts as the user; such a session leaves no trace of activity of theirs. */
  isImpersonation?: boolean | undefined;
}

export interface StartedSession {
  accessToken: string;
  /** 45 base32 digits; only their HMAC is stored. */
  refreshToken: string;
}

const yearInMillis = 365 * 24 * 60 * 60 * 1_000;

/**
 * Starts a session for a user, whose credentials the caller has verified.
 *
 * @throws KnownError USER_ID_DOES_NOT_EXIST
 */
export async function startSession(deps: Deps, db: Db, wanted: NewSession): Promise<StartedSession> {
  const { project, userId, lifetimeMillis = yearInMillis, isImpersonation = false } = wanted;
  const subject = await selectTokenSubject(db, { projectId: project.id, userId });
  if (subject === undefined) throw new KnownError('USER_ID_DOES_NOT_EXIST', { user_id: userId });

  const refreshToken = randomSecret(deps.random);
  const now = deps.clock.now();
  const session = { id: deps.random.uuid(), expiresAt: new Date(now.getTime() + lifetimeMillis) };
  await insertSession(db, {
    project_id: project.id,
    id: session.id,
    user_id: userId,
    ...deps.secrets.hash('refresh-token', refreshToken),
    is_impersonation: isImpersonation,
    created_at: now,
    expires_at: session.expiresAt,
    last_used_at: now,
  }).catch((error: unknown) => {
    // Somebody deleted the user in the meantime.
    if (violatedConstraint(error) === 'sessions_user')
      throw new KnownError('USER_ID_DOES_NOT_EXIST', { user_id: userId });
    throw error;
  });
  const { accessToken } = await signAccessToken(deps, project, subject, session);
  return { accessToken, refreshToken };
}
