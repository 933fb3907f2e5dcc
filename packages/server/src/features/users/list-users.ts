import { maxPageSize } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import type { Project } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { findUser } from './find-user.ts';
import type { UserRecord } from './users.queries.ts';
import { selectUserPage, type UserFilter, type UserOrder } from './users-page.queries.ts';

export interface UserListWish {
  /** Rows; without a limit and a cursor the list comes whole, as upstream's clients expect. */
  limit?: number | undefined;
  /** The id of the page's first user. */
  cursor?: string | undefined;
  order_by?: UserOrder['by'] | undefined;
  desc?: boolean | undefined;
  query?: string | undefined;
  team_id?: string | undefined;
  include_restricted?: boolean | undefined;
  /** Includes restricted users, too: an anonymous user is one. */
  include_anonymous?: boolean | undefined;
  only_anonymous?: boolean | undefined;
}

export interface UserPage {
  users: UserRecord[];
  /** The first user of the next page. */
  next: UserRecord | null;
}

/** The users of a project, page by page. */
export async function listUsers(db: Db, project: Project, wish: UserListWish): Promise<UserPage> {
  const by = wish.order_by ?? 'signed_up_at';
  const pageSize = wish.limit ?? (wish.cursor === undefined ? undefined : maxPageSize);
  const users = await selectUserPage(db, project.id, {
    filter: filterFrom(wish, project),
    order: {
      by,
      direction: wish.desc === true ? 'desc' : 'asc',
      first: wish.cursor === undefined ? undefined : await findFirst(db, project, { userId: wish.cursor, by }),
      limit: pageSize === undefined ? undefined : pageSize + 1,
    },
  });
  const next = pageSize === undefined ? undefined : users[pageSize];
  return { users: users.slice(0, pageSize), next: next ?? null };
}

function filterFrom(wish: UserListWish, { settings }: Project): UserFilter {
  const includesAnonymous = wish.include_anonymous === true || wish.only_anonymous === true;
  return {
    query: wish.query === '' ? undefined : wish.query,
    teamId: wish.team_id,
    anonymous: wish.only_anonymous === true ? 'only' : includesAnonymous ? 'included' : 'excluded',
    restricted: includesAnonymous || wish.include_restricted === true ? 'included' : 'excluded',
    requiresVerifiedEmail: settings.require_email_verification,
  };
}

/** A deleted user cannot say where the page begins; an empty page would look like the end of the list. */
async function findFirst(
  db: Db,
  project: Project,
  { userId, by }: { userId: string; by: UserOrder['by'] },
): Promise<UserOrder['first']> {
  const user = await findUser(db, { project, userId });
  if (user === null)
    throw new PlainError(400, 'The user this cursor names is gone. Leave the cursor out to start over.');
  return { sortKey: user[by], id: user.id };
}
