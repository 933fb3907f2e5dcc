import type { Caller } from '../../http/caller.ts';
import type { Page } from '../../http/present-list.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { type ListedSession, selectSessions, type SessionPlace } from './sessions.queries.ts';

/** Clients expect the list whole; past this many sessions it is paginated without being asked. */
const maxUnpaginated = 1_000;

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
  const pageSize = limit ?? maxUnpaginated;
  const after = cursor === undefined ? null : parseCursor(cursor);
  const found = await selectSessions(db, owner, { after, limit: pageSize + 1 });
  const items = found.slice(0, pageSize);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  const isWhole = limit === undefined && cursor === undefined && last === undefined;
  return isWhole ? { items } : { items, nextCursor: last === undefined ? null : formatCursor(last) };
}

/** By place, not by row: sessions end all the time, also the one at which a page ended. */
function formatCursor({ createdAt, id }: SessionPlace): string {
  return `${createdAt.getTime()}_${id}`;
}

function parseCursor(cursor: string): SessionPlace {
  const [createdAtMillis, id = ''] = cursor.split('_');
  return { createdAt: new Date(Number(createdAtMillis)), id };
}
