import { sql } from 'kysely';
import { type BoundedCount, boundedCount, countUpToBound } from '../../database/count-up-to-bound.ts';
import type { Db } from '../../database/database.ts';
import { walkIndexes } from '../../database/walk-indexes.ts';

/** How much belongs to a user. */
export interface UserCounts {
  api_keys: BoundedCount;
  teams: BoundedCount;
}

/** What belongs to each of these users, by their ids, in one statement. */
export async function countForUsers(
  db: Db,
  projectId: string,
  userIds: readonly string[],
): Promise<Map<string, UserCounts>> {
  const keys = sql`from api_keys k where k.project_id = ${projectId} and k.user_id = asked.id`;
  const teams = sql`from team_members m where m.project_id = ${projectId} and m.user_id = asked.id`;
  const counting = sql<{ id: string; api_keys: number; teams: number }>`
    select asked.id, ${countUpToBound(keys)} as api_keys, ${countUpToBound(teams)} as teams
    from unnest(${userIds}::uuid[]) as asked (id)`;
  const { rows } = await walkIndexes(db, (snapshot) => counting.execute(snapshot));
  return new Map(rows.map((row) => [row.id, { api_keys: boundedCount(row.api_keys), teams: boundedCount(row.teams) }]));
}
