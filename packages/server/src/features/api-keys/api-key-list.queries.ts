import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import { type FilteredSet, findSmallSet, type Selection } from '../../database/find-small-set.ts';
import { maxRowsWalked, walkIndexes } from '../../database/walk-indexes.ts';
import type { ApiKey } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';
import { selectApiKeysById } from './api-keys.queries.ts';

export type ApiKeyStatus = 'valid' | 'revoked' | 'expired';

export interface ApiKeyFilter {
  kind?: ApiKeyKind | undefined;
  ownerId?: string | undefined;
  status?: ApiKeyStatus | undefined;
  /** The beginning of the description, or the last four. */
  query?: string | undefined;
  expiresBefore?: Date | undefined;
  /** Not used since then; one that never was counts from its creation. */
  unusedSince?: Date | undefined;
  only?: 'never_expiring' | 'owner_restricted' | 'reported_as_leaked' | undefined;
  now: Date;
}

export interface ApiKeyOrder {
  by: 'created_at' | 'expires_at' | 'last_used_at';
  direction: 'asc' | 'desc';
  /** Where the page before ended. */
  after: ApiKeyPosition | undefined;
  limit: number;
}

/** What keys are sorted by; what never expires is sorted at the end of time. */
export interface ApiKeyPosition {
  at: Date | 'infinity';
  id: string;
}

export interface FoundApiKeys {
  found: { key: ApiKey; position: ApiKeyPosition }[];
  /** Where a list goes on that found less than a page, because it looked at as many keys as it may at once. */
  goesOnAfter: ApiKeyPosition | undefined;
}

interface Found {
  id: string;
  /** PostgreSQL's infinity is a number's. */
  at: Date | number;
}

type Expression = RawBuilder<unknown>;

/**
 * A page of keys, in a time that depends on neither how many keys there are nor how many match: it is picked out of the
 * smallest set that one of the filters leaves, or, where all sets are large, found on a walk along the order.
 */
export function selectApiKeyPage(
  db: Db,
  projectId: string,
  filter: ApiKeyFilter,
  order: ApiKeyOrder,
): Promise<FoundApiKeys> {
  return walkIndexes(db, async (snapshot) => {
    const set = await findSmallSet(snapshot, setsOf(projectId, filter));
    const statement = set === undefined ? walk(projectId, filter, order) : pickFrom(set, projectId, filter, order);
    const { rows } = await statement.execute(snapshot);
    const mayGoOn = set === undefined && rows.length < order.limit;
    const end = mayGoOn ? await endOfWalk(projectId, filter, order).execute(snapshot) : undefined;
    const keys = await selectApiKeysById(
      snapshot,
      projectId,
      rows.map(({ id }) => id),
    );
    const byId = new Map(keys.map((key) => [key.id, key]));
    const found = rows.flatMap((row) => {
      const key = byId.get(row.id);
      return key === undefined ? [] : [{ key, position: positionOf(row) }];
    });
    return { found, goesOnAfter: end?.rows.map(positionOf)[0] };
  });
}

function positionOf({ id, at }: Found): ApiKeyPosition {
  return { id, at: typeof at === 'number' ? 'infinity' : at };
}

/**
 * Each filter's keys by its own index; one whose keys are most keys has none. In the order of that index, for no other
 * reason than that the planner, which may not sort, has no other index to choose.
 */
function setsOf(projectId: string, filter: ApiKeyFilter): FilteredSet[] {
  const { kind, ownerId, status, query, expiresBefore, unusedSince, only, now } = filter;
  const keysWhere = (condition: Expression, order: Expression): Selection =>
    sql`select k.id from api_keys k where k.project_id = ${projectId} and ${condition} order by ${order}`;
  const newestFirst = sql`k.created_at desc, k.id desc`;
  const byExpiry = (condition: Expression) => keysWhere(sql`${expiry} ${condition}`, expiry);
  const owned = ownerId === undefined ? sql`is not null` : sql`= ${ownerId}::uuid`;
  const ofKind = (one: ApiKeyKind) => keysWhere(sql`${ownerColumn[one]} ${owned}`, ownerColumn[one]);
  const sets: FilteredSet[] = [];
  if (kind !== undefined) sets.push([ofKind(kind)]);
  else if (ownerId !== undefined) sets.push([ofKind('user'), ofKind('team')]);
  if (status === 'revoked') sets.push([keysWhere(sql`k.revoked_at is not null`, newestFirst)]);
  if (status === 'expired') sets.push([byExpiry(sql`<= ${now}`)]);
  if (query !== undefined) {
    sets.push([
      keysWhere(beginsWith(query), sql`lower(k.description) using ~<~`),
      keysWhere(endsOn(query), sql`k.last_four`),
    ]);
  }
  if (expiresBefore !== undefined) sets.push([byExpiry(sql`< ${expiresBefore}`)]);
  if (unusedSince !== undefined) {
    sets.push([
      sql`select u.api_key_id as id from api_key_uses u
        where u.project_id = ${projectId} and u.idle_since < ${unusedSince} order by u.idle_since`,
    ]);
  }
  // Not `=`, which would leave the planner no order to keep, and so any index to choose.
  if (only === 'never_expiring') sets.push([byExpiry(sql`>= 'infinity'`)]);
  if (only === 'reported_as_leaked') sets.push([keysWhere(sql`k.leak_reported_at is not null`, newestFirst)]);
  if (only === 'owner_restricted') {
    sets.push([
      sql`select k.id from users r, lateral (
          select o.id from api_keys o where o.project_id = ${projectId} and o.user_id = r.id offset 0) k
        where r.project_id = ${projectId} and r.restricted_by_admin`,
    ]);
  }
  return sets;
}

/** A prefix match that the index on lower(description) answers. */
function beginsWith(query: string): Expression {
  const prefix = `${query.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return sql`lower(k.description) like lower(${prefix})`;
}

function endsOn(query: string): Expression {
  return sql`k.last_four = ${query.toLowerCase()}`;
}

/** Looks each key of a small set up and sorts what passes all filters. */
function pickFrom(set: Selection, projectId: string, filter: ApiKeyFilter, order: ApiKeyOrder) {
  const at = sortColumn[order.by];
  const needsUse = order.by === 'last_used_at' || filter.unusedSince !== undefined;
  return sql<Found>`select k.id, ${at} as at from ${set} as chosen ${lookUpKey(projectId, sql`chosen.id`)}
    ${needsUse ? lookUpUse(projectId) : nothing}
    where ${all([...conditionsOf(projectId, filter), ...following(order, sql`k.id`)])}
    ${sorted(order, at, sql`k.id`)} limit ${order.limit}`;
}

/** Looks at the keys one after the other in the order that is asked for, at a bounded number of them. */
function walk(projectId: string, filter: ApiKeyFilter, order: ApiKeyOrder) {
  const isByUse = order.by === 'last_used_at';
  const stretch = isByUse ? stretchOfUses(projectId, filter, order) : stretchOfKeys(projectId, filter, order);
  const walked = isByUse
    ? sql`(${stretch}) as u ${lookUpKey(projectId, sql`u.api_key_id`)}`
    : sql`(${stretch}) as k ${filter.unusedSince === undefined ? nothing : lookUpUse(projectId)}`;
  const at = isByUse ? sql`u.idle_since` : sql`k.at`;
  const id = isByUse ? sql`u.api_key_id` : sql`k.id`;
  return sql<Found>`select ${id} as id, ${at} as at from ${walked}
    where ${all(conditionsOf(projectId, filter))} ${sorted(order, at, id)} limit ${order.limit}`;
}

/** The last key that a walk looked at, if it did not come to the end of all keys. */
function endOfWalk(projectId: string, filter: ApiKeyFilter, order: ApiKeyOrder) {
  const end = sql`offset ${rowsWalked(order) - 1} limit 1`;
  return order.by === 'last_used_at'
    ? sql<Found>`select u.api_key_id as id, u.idle_since as at from (${stretchOfUses(projectId, filter, order)}) as u ${end}`
    : sql<Found>`select k.id, k.at from (${stretchOfKeys(projectId, filter, order)}) as k ${end}`;
}

/** Conditions that the index of the order knows are met on the way, at no cost. */
function stretchOfKeys(projectId: string, filter: ApiKeyFilter, order: ApiKeyOrder) {
  const { kind, ownerId, status, expiresBefore, unusedSince, only, now } = filter;
  const met = [sql`k.project_id = ${projectId}`, ...following(order, sql`k.id`)];
  if (status === 'revoked') met.push(sql`k.revoked_at is not null`);
  if (order.by === 'created_at') {
    if (ownerId !== undefined && kind !== undefined) met.push(sql`${ownerColumn[kind]} = ${ownerId}::uuid`);
    // No key is unused for longer than it is there.
    if (unusedSince !== undefined) met.push(sql`k.created_at < ${unusedSince}`);
    if (only === 'reported_as_leaked') met.push(sql`k.leak_reported_at is not null`);
  } else {
    if (status === 'valid') met.push(sql`${expiry} > ${now}`);
    if (status === 'expired') met.push(sql`${expiry} <= ${now}`);
    if (expiresBefore !== undefined) met.push(sql`${expiry} < ${expiresBefore}`);
    if (only === 'never_expiring') met.push(sql`${expiry} >= 'infinity'`);
  }
  const at = sortColumn[order.by];
  return sql`select k.*, ${at} as at from api_keys k where ${all(met)}
    ${sorted(order, at, sql`k.id`)} limit ${rowsWalked(order)}`;
}

function stretchOfUses(projectId: string, { unusedSince }: ApiKeyFilter, order: ApiKeyOrder) {
  const met = [sql`u.project_id = ${projectId}`, ...following(order, sql`u.api_key_id`)];
  if (unusedSince !== undefined) met.push(sql`u.idle_since < ${unusedSince}`);
  return sql`select u.api_key_id, u.idle_since from api_key_uses u where ${all(met)}
    ${sorted(order, sortColumn.last_used_at, sql`u.api_key_id`)} limit ${rowsWalked(order)}`;
}

const nothing = sql``;
const expiry = sql`coalesce(k.expires_at, 'infinity')`;
const sortColumn = { created_at: sql`k.created_at`, expires_at: expiry, last_used_at: sql`u.idle_since` };
const ownerColumn = { user: sql`k.user_id`, team: sql`k.team_id` };

/** A whole list is one page, however long. By last use each key is a look-up more, so half as many take as long. */
function rowsWalked({ by, limit }: ApiKeyOrder): number {
  return Math.max(by === 'last_used_at' ? maxRowsWalked / 2 : maxRowsWalked, limit);
}

/* Lateral and with an offset, so that the planner looks up row by row and cannot begin at the other end. */

function lookUpKey(projectId: string, id: Expression): Expression {
  return sql`cross join lateral (
    select * from api_keys where project_id = ${projectId} and id = ${id} offset 0) as k`;
}

function lookUpUse(projectId: string): Expression {
  return sql`cross join lateral (
    select idle_since from api_key_uses where project_id = ${projectId} and api_key_id = k.id offset 0) as u`;
}

function following({ by, direction, after }: ApiKeyOrder, id: Expression): Expression[] {
  if (after === undefined) return [];
  const compared = sql.raw(direction === 'asc' ? '>' : '<');
  return [sql`(${sortColumn[by]}, ${id}) ${compared} (${after.at}::timestamptz, ${after.id}::uuid)`];
}

function sorted({ direction }: ApiKeyOrder, at: Expression, id: Expression): Expression {
  const way = sql.raw(direction);
  return sql`order by ${at} ${way}, ${id} ${way}`;
}

function all(conditions: readonly Expression[]): Expression {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function conditionsOf(projectId: string, filter: ApiKeyFilter): Expression[] {
  const { kind, ownerId, status, query, expiresBefore, unusedSince, only, now } = filter;
  const conditions: Expression[] = [];
  if (kind !== undefined) conditions.push(sql`${ownerColumn[kind]} is not null`);
  if (ownerId !== undefined) conditions.push(sql`coalesce(k.user_id, k.team_id) = ${ownerId}::uuid`);
  if (status === 'revoked') conditions.push(sql`k.revoked_at is not null`);
  if (status === 'expired') conditions.push(sql`k.revoked_at is null and ${expiry} <= ${now}`);
  if (status === 'valid') conditions.push(sql`k.revoked_at is null and ${expiry} > ${now}`);
  if (query !== undefined) conditions.push(sql`(${beginsWith(query)} or ${endsOn(query)})`);
  if (expiresBefore !== undefined) conditions.push(sql`${expiry} < ${expiresBefore}`);
  if (unusedSince !== undefined) conditions.push(sql`u.idle_since < ${unusedSince}`);
  if (only === 'never_expiring') conditions.push(sql`k.expires_at is null`);
  if (only === 'reported_as_leaked') conditions.push(sql`k.leak_reported_at is not null`);
  if (only === 'owner_restricted') {
    conditions.push(sql`exists (select from users r
      where r.project_id = ${projectId} and r.id = k.user_id and r.restricted_by_admin offset 0)`);
  }
  return conditions;
}
