import { overviewDays } from '@latchkey/contract';
import { type RawBuilder, sql } from 'kysely';
import { countUpToBound } from '../../database/count-up-to-bound.ts';
import type { Db } from '../../database/database.ts';

/** Rows that are counted at most: enough to say how many, and few enough to be counted at once. */
export const maxCounted = 100_000;

const dayMillis = 24 * 60 * 60 * 1_000;
const expiringSoonMillis = 7 * dayMillis;
const idleMillis = 90 * dayMillis;

/** How many rows there are, counted no further than one past `maxCounted`. */
interface ProjectCounts {
  last_request_at: Date | null;
  users: number;
  teams: number;
  never_expiring: number;
  expiring_later: number;
  expiring_in_7_days: number;
  owner_restricted: number;
  reported_as_leaked: number;
}

/**
 * What a project holds. Each part walks an index of just the rows that it counts, so that it takes no longer for a project
 * of millions of keys.
 */
export async function selectProjectCounts(db: Db, projectId: string, now: Date): Promise<ProjectCounts> {
  const counted = (from: RawBuilder<unknown>) => countUpToBound(from, maxCounted);
  const soon = new Date(now.getTime() + expiringSoonMillis);
  const live = sql`from api_keys k where k.project_id = ${projectId} and k.revoked_at is null`;
  const { rows } = await sql<ProjectCounts>`
    select (select last_request_at from project_uses where project_id = ${projectId}),
      ${counted(sql`from users where project_id = ${projectId} and not is_anonymous`)} as users,
      ${counted(sql`from teams where project_id = ${projectId}`)} as teams,
      ${counted(sql`${live} and k.expires_at is null`)} as never_expiring,
      ${counted(sql`${live} and k.expires_at > ${now}`)} as expiring_later,
      ${counted(sql`${live} and k.expires_at > ${now} and k.expires_at <= ${soon}`)} as expiring_in_7_days,
      ${counted(sql`
        from users u join api_keys k on k.project_id = u.project_id and k.user_id = u.id
        where u.project_id = ${projectId} and u.restricted_by_admin and ${isLive(now)}`)} as owner_restricted,
      ${counted(sql`from api_keys where project_id = ${projectId} and leak_reported_at is not null`)} as reported_as_leaked`.execute(
    db,
  );
  return rows[0] as ProjectCounts;
}

/**
 * How many valid keys are idle for 90 days, among those that are idle for longest: whether a key is valid stands in its
 * own row, so only so many are looked at.
 */
export async function selectIdleKeyCount(
  db: Db,
  projectId: string,
  now: Date,
): Promise<{ looked_at: number; valid: number }> {
  const { rows } = await sql<{ looked_at: number; valid: number }>`
    select count(*) as looked_at, count(*) filter (where ${isLive(now)}) as valid
    from (
      select project_id, api_key_id from api_key_uses
      where project_id = ${projectId} and idle_since <= ${new Date(now.getTime() - idleMillis)}
      order by idle_since limit ${maxCounted + 1}
    ) as idle join api_keys k on k.project_id = idle.project_id and k.id = idle.api_key_id`.execute(db);
  return rows[0] as { looked_at: number; valid: number };
}

/** A day, and what happened or will happen in it. */
export interface DayCount {
  day: Date;
  count: number;
}

/** @param firstDay the beginning of the first of the `overviewDays` */
export function selectSignUpsByDay(db: Db, projectId: string, firstDay: Date): Promise<DayCount[]> {
  return selectByDay(
    db,
    firstDay,
    (day) => sql`users where project_id = ${projectId} and not is_anonymous and ${day(sql`signed_up_at`)}`,
  );
}

export function selectCreationsByDay(db: Db, projectId: string, firstDay: Date): Promise<DayCount[]> {
  return selectByDay(db, firstDay, (day) => sql`api_keys where project_id = ${projectId} and ${day(sql`created_at`)}`);
}

/** Of keys that are valid now. */
export function selectExpiriesByDay(db: Db, projectId: string, firstDay: Date, now: Date): Promise<DayCount[]> {
  return selectByDay(
    db,
    firstDay,
    (day) => sql`
      api_keys where project_id = ${projectId} and revoked_at is null and expires_at > ${now} and ${day(sql`expires_at`)}`,
  );
}

/** Day by day and not grouped, for each is then counted in an index alone. */
async function selectByDay(
  db: Db,
  firstDay: Date,
  rowsWhere: (day: (column: RawBuilder<unknown>) => RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<DayCount[]> {
  const isInDay = (column: RawBuilder<unknown>) => sql`${column} >= day and ${column} < day + interval '24 hours'`;
  const { rows } = await sql<DayCount>`
    select day, (select count(*) from ${rowsWhere(isInDay)}) as count
    from (select ${firstDay}::timestamptz + n * interval '24 hours' as day from generate_series(0, ${overviewDays - 1}) n) as days
    order by day`.execute(db);
  return rows;
}

function isLive(now: Date) {
  return sql`k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})`;
}
