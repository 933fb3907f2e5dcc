import { sql } from 'kysely';
import { type BoundedCount, boundedCount, countUpToBound } from '../../database/count-up-to-bound.ts';
import type { Db } from '../../database/database.ts';
import { walkIndexes } from '../../database/walk-indexes.ts';

/** How much belongs to a team. */
export interface TeamCounts {
  members: BoundedCount;
  api_keys: BoundedCount;
}

/** What belongs to each of these teams, by their ids, in one statement. */
export async function countForTeams(
  db: Db,
  projectId: string,
  teamIds: readonly string[],
): Promise<Map<string, TeamCounts>> {
  const members = sql`from team_members m where m.project_id = ${projectId} and m.team_id = asked.id`;
  const keys = sql`from api_keys k where k.project_id = ${projectId} and k.team_id = asked.id`;
  const counting = sql<{ id: string; members: number; api_keys: number }>`
    select asked.id, ${countUpToBound(members)} as members, ${countUpToBound(keys)} as api_keys
    from unnest(${teamIds}::uuid[]) as asked (id)`;
  const { rows } = await walkIndexes(db, (snapshot) => counting.execute(snapshot));
  return new Map(
    rows.map((row) => [row.id, { members: boundedCount(row.members), api_keys: boundedCount(row.api_keys) }]),
  );
}
