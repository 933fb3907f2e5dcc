import type { Caller } from '../../http/caller.ts';
import { cutPage, type Page, readCursor, rowsToRead, timeCursorKey } from '../../http/pagination.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { type ListedSession, selectSessions } from './sessions.queries.ts';

/** Clients expect the list whole; past this many sessions it is paginated without being asked. */
const wholeUpTo = 1_000;

export interface SessionListing {
  /** An id, or `me`. */
  userId: string;
  limit: number | undefined;
  cursor: string | undefined;
}

/** The live sessions of a user, newest first: a client sees its own, the application's server everybody's. */
export async function listSessions(
  { db, clock }: Deps,
  caller: Caller,
  { userId, limit, cursor }: SessionListing,
): Promise<Page<ListedSession>> {
  const owner = { projectId: caller.project.id, userId: resolveOwnUserId(caller, userId), now: clock.now() };
  const wish = { limit, cursor, wholeUpTo };
  const found = await selectSessions(db, owner, { after: readCursor(cursor, timeCursorKey), limit: rowsToRead(wish) });
  return cutPage(found, wish, ({ createdAt, id }) => [createdAt.getTime(), id]);
}
