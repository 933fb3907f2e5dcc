import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { deleteSession } from './sessions.queries.ts';

/**
 * Signs the caller out. A session that is gone already gets one answer, whatever ended it: the SDK, which has dropped its
 * dead tokens by then and comes without a session, takes that answer for a success.
 *
 * @throws KnownError REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED
 */
export async function endCurrentSession({ db }: Deps, { project, session }: Caller): Promise<void> {
  const isEnded =
    session !== null && (await deleteSession(db, { projectId: project.id, id: session.id, userId: session.userId }));
  if (!isEnded) throw new KnownError('REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED');
}

/** Ends a session by its id: one of the caller's others, or, for the application's server, anybody's. */
export async function endSession(
  { db }: Deps,
  caller: Caller,
  { id, ofUser }: { id: string; ofUser: string | undefined },
): Promise<void> {
  const userId = isServer(caller) && ofUser === undefined ? null : resolveOwnUserId(caller, ofUser ?? 'me');
  if (id === caller.session?.id) throw new KnownError('CANNOT_DELETE_CURRENT_SESSION');
  const isEnded = await deleteSession(db, { projectId: caller.project.id, id, userId });
  if (!isEnded) throw new PlainError(404, 'There is no such session.');
}
