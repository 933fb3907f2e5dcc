import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { requireSession, resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { deleteSession } from './sessions.queries.ts';

/** Signs the caller out. Of two sign-outs at the same time, the second finds the session gone. */
export async function endCurrentSession({ db }: Deps, caller: Caller): Promise<void> {
  const { id, userId } = requireSession(caller);
  const ended = await deleteSession(db, { projectId: caller.project.id, id, userId });
  if (!ended) throw new KnownError('REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED');
}

/** Ends a session by its id: one of the caller's others, or, for the application's server, anybody's. */
export async function endSession(
  { db }: Deps,
  caller: Caller,
  { id, ofUser }: { id: string; ofUser: string | undefined },
): Promise<void> {
  const userId = isServer(caller) && ofUser === undefined ? null : resolveOwnUserId(caller, ofUser ?? 'me');
  if (id === caller.session?.id) throw new KnownError('CANNOT_DELETE_CURRENT_SESSION');
  const ended = await deleteSession(db, { projectId: caller.project.id, id, userId });
  if (!ended) throw new PlainError(404, 'There is no such session.');
}
