import { maxPageSize } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import type { Project } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { findUser } from './find-user.ts';
import { countForUsers, type UserCounts } from './user-counts.queries.ts';
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
  /** Includes whom it names, whatever the other parameters say. */
  status?: 'restricted' | 'email_not_verified' | 'anonymous' | undefined;
  include?: ReadonlySet<'counts'> | undefined;
}

export interface UserPage {
  users: (UserRecord & { counts?: UserCounts | undefined })[];
  /** The id of the first user of the next page. */
  next: string | null;
}

/** Counting for a thousand users at once could take long: then, too, the next page has the rest. */
const maxCountedPage = 200;

/** The users of a project, page by page. A page with a next one may have less users than asked for, even none. */
export async function listUsers(db: Db, project: Project, wish: UserListWish): Promise<UserPage> {
  const by = wish.order_by ?? 'signed_up_at';
  const pageSize = pageSizeOf(wish);
  const { users, goesOnWith } = await selectUserPage(db, project.id, {
    filter: filterFrom(wish, project),
    order: {
      by,
      direction: wish.desc === true ? 'desc' : 'asc',
      first: wish.cursor === undefined ? undefined : await findFirst(db, project, { userId: wish.cursor, by }),
      limit: pageSize === undefined ? undefined : pageSize + 1,
    },
  });
  const next = pageSize === undefined ? undefined : (users[pageSize]?.id ?? goesOnWith);
  const page = users.slice(0, pageSize);
  return { users: wish.include?.has('counts') ? await withCounts(db, project, page) : page, next: next ?? null };
}

function pageSizeOf({ limit, cursor, include }: UserListWish): number | undefined {
  if (include?.has('counts')) return Math.min(limit ?? maxCountedPage, maxCountedPage);
  return limit ?? (cursor === undefined ? undefined : maxPageSize);
}

async function withCounts(db: Db, { id }: Project, users: UserRecord[]): Promise<UserPage['users']> {
  const ids = users.map((user) => user.id);
  const counts = await countForUsers(db, id, ids);
  return users.map((user) => ({ ...user, counts: counts.get(user.id) }));
}

function filterFrom(wish: UserListWish, { settings }: Project): UserFilter {
  const search = { query: wish.query === '' ? undefined : wish.query, teamId: wish.team_id };
  const everybody = { anonymous: 'included', restricted: 'included', verified: 'included' } as const;
  const anonymous = wish.only_anonymous === true ? 'only' : wish.include_anonymous === true ? 'included' : 'excluded';
  switch (wish.status) {
    case 'restricted':
      return { ...search, ...everybody, restricted: 'only' };
    case 'anonymous':
      return { ...search, ...everybody, anonymous: 'only' };
    case 'email_not_verified':
      return { ...search, ...everybody, anonymous: 'excluded', verified: 'excluded' };
    case undefined:
      if (anonymous !== 'excluded' || wish.include_restricted === true) return { ...search, ...everybody, anonymous };
      return {
        ...search,
        anonymous,
        restricted: 'excluded',
        verified: settings.require_email_verification ? 'only' : 'included',
      };
  }
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
