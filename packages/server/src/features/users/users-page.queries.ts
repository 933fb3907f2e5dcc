import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { fromRow, selectUsers, type UserRecord } from './users.queries.ts';

export interface UserFilter {
  /** The beginning of the name or of an e-mail address, or an id. */
  query?: string | undefined;
  teamId?: string | undefined;
  anonymous: 'included' | 'excluded' | 'only';
  restricted: 'included' | 'excluded';
  /** Whether an unverified primary address makes a user restricted in this project. */
  requiresVerifiedEmail: boolean;
}

export interface UserOrder {
  by: 'signed_up_at' | 'last_active_at';
  direction: 'asc' | 'desc';
  /** The user the page begins with. */
  first?: { sortKey: Date; id: string } | undefined;
  /** Undefined: all of them. */
  limit: number | undefined;
}

/** A page of users, which walks an index from its first user on. */
export async function selectUserPage(
  db: Db,
  projectId: string,
  { filter, order }: { filter: UserFilter; order: UserOrder },
): Promise<UserRecord[]> {
  const { query, teamId } = filter;
  const column = `u.${order.by}` as const;
  let users = selectUsers(db, projectId).orderBy(column, order.direction).orderBy('u.id', order.direction);
  if (order.limit !== undefined) users = users.limit(order.limit);
  if (order.first !== undefined) {
    const { sortKey, id } = order.first;
    const fromHereOn = order.direction === 'asc' ? '>=' : '<=';
    users = users.where((where) => where(where.refTuple(column, 'u.id'), fromHereOn, where.tuple(sortKey, id)));
  }
  if (teamId !== undefined) users = users.where('u.id', 'in', idsOfMembers(db, projectId, teamId));
  if (query !== undefined) users = users.where('u.id', 'in', idsMatching(db, projectId, query));
  if (filter.anonymous !== 'included') users = users.where('u.is_anonymous', '=', filter.anonymous === 'only');
  if (filter.restricted === 'excluded') {
    users = users.where('u.restricted_by_admin', '=', false);
    if (filter.requiresVerifiedEmail) users = users.where('c.is_verified', '=', true);
  }
  return (await users.execute()).map(fromRow);
}

function idsOfMembers(db: Db, projectId: string, teamId: string) {
  return db
    .selectFrom('team_members')
    .select('user_id')
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId);
}

/** A union and not an `or`, so that each part has its index. */
function idsMatching(db: Db, projectId: string, query: string) {
  const prefix = `${query.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const byName = db
    .selectFrom('users')
    .select('id')
    .where('project_id', '=', projectId)
    .where(sql<boolean>`lower(display_name) like lower(${prefix})`);
  const byEmail = db
    .selectFrom('contact_channels')
    .select('user_id as id')
    .where('project_id', '=', projectId)
    .where(sql<boolean>`value like lower(${prefix})`);
  if (!isUuid(query)) return byName.union(byEmail);
  return byName.union(byEmail).union(sql<{ id: string }>`(select ${query}::uuid)`);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
