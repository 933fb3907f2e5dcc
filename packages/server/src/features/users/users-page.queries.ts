import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { type FilteredSet, findSmallSet, type Selection } from '../../database/find-small-set.ts';
import { maxRowsWalked, walkIndexes } from '../../database/walk-indexes.ts';
import { selectUsersById, type UserRecord } from './users.queries.ts';

export interface UserFilter {
  /** The beginning of the name, of its last word or of an e-mail address, or an id. */
  query?: string | undefined;
  teamId?: string | undefined;
  anonymous: 'included' | 'excluded' | 'only';
  /** By an administrator. */
  restricted: 'included' | 'excluded' | 'only';
  /** Whether the primary address is verified; a user without one has none that is. */
  verified: 'included' | 'excluded' | 'only';
}

export interface UserOrder {
  by: 'signed_up_at' | 'last_active_at';
  direction: 'asc' | 'desc';
  /** The user the page begins with. */
  first?: { sortKey: Date; id: string } | undefined;
  /** Undefined: all of them. */
  limit: number | undefined;
}

export interface FoundUsers {
  users: UserRecord[];
  /** With which user a list goes on that found less than a page, because it looked at as many as it may at once. */
  goesOnWith: string | undefined;
}

type Expression = RawBuilder<unknown>;

/**
 * A page of users: picked out of the smallest set that one of the filters leaves, or, where all sets are large, found on a
 * walk along the order.
 */
export function selectUserPage(
  db: Db,
  projectId: string,
  { filter, order }: { filter: UserFilter; order: UserOrder },
): Promise<FoundUsers> {
  return walkIndexes(db, async (snapshot) => {
    const set = await findSmallSet(snapshot, setsOf(projectId, filter));
    const statement = set === undefined ? walk(projectId, filter, order) : pickFrom(set, projectId, filter, order);
    const { rows } = await statement.execute(snapshot);
    const ids = rows.map(({ id }) => id);
    const mayGoOn = set === undefined && order.limit !== undefined && ids.length < order.limit;
    const next = mayGoOn ? await afterWalk(projectId, order).execute(snapshot) : undefined;
    const byId = new Map((await selectUsersById(snapshot, projectId, ids)).map((user) => [user.id, user]));
    return { users: ids.flatMap((id) => byId.get(id) ?? []), goesOnWith: next?.rows[0]?.id };
  });
}

/** Each filter's users by its own index; one whose users are most users has none. */
function setsOf(projectId: string, { teamId, query, anonymous, restricted }: UserFilter): FilteredSet[] {
  const usersWhere = (condition: Expression): Selection =>
    sql`select u.id from users u where u.project_id = ${projectId} and ${condition}`;
  const sets: FilteredSet[] = [];
  if (teamId !== undefined) {
    sets.push([
      sql`select m.user_id as id from team_members m where m.project_id = ${projectId} and m.team_id = ${teamId}::uuid`,
    ]);
  }
  if (query !== undefined) {
    sets.push([
      ...matchesOfUser(query).map(usersWhere),
      sql`select c.user_id as id from contact_channels c where c.project_id = ${projectId} and ${isAddress(query)}`,
    ]);
  }
  if (anonymous === 'only') sets.push([usersWhere(sql`u.is_anonymous`)]);
  if (restricted === 'only') sets.push([usersWhere(sql`u.restricted_by_admin`)]);
  return sets;
}

/** What of a user's own row can match, each with its index. */
function matchesOfUser(query: string): Expression[] {
  const prefix = prefixPattern(query);
  const byName = sql`lower(u.display_name) like lower(${prefix})`;
  // As the index has it: the last word of names with several.
  const byLastWord = sql`(lower(substring(u.display_name from '\\S+\\s*$')) like lower(${prefix}) and u.display_name ~ '\\S\\s+\\S')`;
  return isUuid(query) ? [byName, byLastWord, sql`u.id = ${query}::uuid`] : [byName, byLastWord];
}

function isAddress(query: string): Expression {
  return sql`c.value like lower(${prefixPattern(query)})`;
}

function prefixPattern(query: string): string {
  return `${query.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Looks each user of a small set up and sorts those who pass all filters. */
function pickFrom(set: Selection, projectId: string, filter: UserFilter, order: UserOrder) {
  return sql<{ id: string }>`select u.id from ${set} as chosen
    cross join lateral (select * from users where project_id = ${projectId} and id = chosen.id offset 0) as u
    where ${sql.join([...conditionsOf(projectId, filter), ...fromFirst(order)], sql` and `)}
    ${sorted(order)} limit ${order.limit ?? null}`;
}

/** Looks at the users one after the other in the order that is asked for, for a page at a bounded number of them. */
function walk(projectId: string, filter: UserFilter, order: UserOrder) {
  return sql<{ id: string }>`
    select u.id from (${stretch(projectId, order)} limit ${order.limit === undefined ? null : maxRowsWalked}) as u
    where ${sql.join(conditionsOf(projectId, filter), sql` and `)} ${sorted(order)} limit ${order.limit ?? null}`;
}

/** The first user whom a walk did not come to. */
function afterWalk(projectId: string, order: UserOrder) {
  return sql<{ id: string }>`
    select u.id from (${stretch(projectId, order)} offset ${maxRowsWalked} limit 1) as u`;
}

function stretch(projectId: string, order: UserOrder): Expression {
  const met = [sql`u.project_id = ${projectId}`, ...fromFirst(order)];
  return sql`select u.* from users u where ${sql.join(met, sql` and `)} ${sorted(order)}`;
}

const sortColumn = { signed_up_at: sql`u.signed_up_at`, last_active_at: sql`u.last_active_at` };

function fromFirst({ by, direction, first }: UserOrder): Expression[] {
  if (first === undefined) return [];
  const compared = sql.raw(direction === 'asc' ? '>=' : '<=');
  return [sql`(${sortColumn[by]}, u.id) ${compared} (${first.sortKey}::timestamptz, ${first.id}::uuid)`];
}

function sorted({ by, direction }: UserOrder): Expression {
  const way = sql.raw(direction);
  return sql`order by ${sortColumn[by]} ${way}, u.id ${way}`;
}

/* Sub-queries with an offset, so that the planner looks up row by row and cannot begin at the other end. */
function conditionsOf(projectId: string, { query, teamId, anonymous, restricted, verified }: UserFilter): Expression[] {
  const conditions: Expression[] = [sql`true`];
  if (anonymous !== 'included') conditions.push(sql`u.is_anonymous = ${anonymous === 'only'}`);
  if (restricted !== 'included') conditions.push(sql`u.restricted_by_admin = ${restricted === 'only'}`);
  if (teamId !== undefined) {
    conditions.push(sql`exists (select from team_members m
      where m.project_id = ${projectId} and m.team_id = ${teamId}::uuid and m.user_id = u.id offset 0)`);
  }
  if (query !== undefined) {
    const byAddress = sql`exists (select from contact_channels c
      where c.project_id = ${projectId} and c.user_id = u.id and ${isAddress(query)} offset 0)`;
    conditions.push(sql`(${sql.join([...matchesOfUser(query), byAddress], sql` or `)})`);
  }
  if (verified !== 'included') {
    const isVerified = sql`exists (select from contact_channels c where c.project_id = ${projectId}
      and c.user_id = u.id and c.type = 'email' and c.is_primary and c.is_verified offset 0)`;
    conditions.push(verified === 'only' ? isVerified : sql`not ${isVerified}`);
  }
  return conditions;
}
