import { type Selectable, sql, type Updateable } from 'kysely';
import type { Db, TeamsTable } from '../../database/database.ts';

export type TeamRecord = Selectable<TeamsTable>;

export interface TeamReference {
  projectId: string;
  teamId: string;
}

/** The moment and id that teams are sorted by. */
export interface TeamPosition {
  at: Date;
  id: string;
}

/** The team; null when the project has none with this id. */
export async function findTeam(db: Db, { projectId, teamId }: TeamReference): Promise<TeamRecord | null> {
  const team = await db
    .selectFrom('teams')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('id', '=', teamId)
    .executeTakeFirst();
  return team ?? null;
}

/** In the order of creation. */
export function selectTeams(
  db: Db,
  {
    projectId,
    memberId,
    query,
    direction,
    after,
    limit,
  }: {
    projectId: string;
    /** Only teams with this member; undefined for all teams. */
    memberId: string | undefined;
    query: string | undefined;
    direction: 'asc' | 'desc';
    /** The last team of the page before. */
    after: TeamPosition | undefined;
    limit: number | undefined;
  },
): Promise<TeamRecord[]> {
  let teams = db
    .selectFrom('teams as t')
    .selectAll('t')
    .where('t.project_id', '=', projectId)
    .orderBy('t.created_at', direction)
    .orderBy('t.id', direction);
  if (memberId !== undefined) {
    teams = teams
      .innerJoin('team_members as m', (join) =>
        join.onRef('m.project_id', '=', 't.project_id').onRef('m.team_id', '=', 't.id'),
      )
      .where('m.user_id', '=', memberId);
  }
  // A filter on the way, with no index: 10,000 teams take 10 ms.
  if (query !== undefined) {
    const prefix = `${query.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    teams = teams.where(
      sql<boolean>`(lower(t.display_name) like any(array[lower(${prefix}), lower(${`% ${prefix}`})]) or t.id::text = lower(${query}))`,
    );
  }
  if (after !== undefined) {
    teams = teams.where((where) =>
      where(where.refTuple('t.created_at', 't.id'), direction === 'asc' ? '>' : '<', where.tuple(after.at, after.id)),
    );
  }
  if (limit !== undefined) teams = teams.limit(limit);
  return teams.execute();
}

export async function insertTeam(db: Db, team: TeamRecord): Promise<void> {
  const { client_metadata, client_read_only_metadata, server_metadata, ...rest } = team;
  await db
    .insertInto('teams')
    .values({
      ...rest,
      client_metadata: asJson(client_metadata),
      client_read_only_metadata: asJson(client_read_only_metadata),
      server_metadata: asJson(server_metadata),
    })
    .execute();
}

export type TeamChange = {
  [Column in Exclude<keyof TeamRecord, 'project_id' | 'id' | 'created_at'>]?: TeamRecord[Column] | undefined;
};

/** The changed team; null when there is none. */
export async function updateTeamRow(
  db: Db,
  { projectId, teamId }: TeamReference,
  change: TeamChange,
): Promise<TeamRecord | null> {
  const { client_metadata, client_read_only_metadata, server_metadata, ...rest } = change;
  const columns: Updateable<TeamsTable> = {
    ...rest,
    ...(client_metadata !== undefined && { client_metadata: asJson(client_metadata) }),
    ...(client_read_only_metadata !== undefined && { client_read_only_metadata: asJson(client_read_only_metadata) }),
    ...(server_metadata !== undefined && { server_metadata: asJson(server_metadata) }),
  };
  const team = await db
    .updateTable('teams')
    .set({ id: teamId, ...columns })
    .where('project_id', '=', projectId)
    .where('id', '=', teamId)
    .returningAll()
    .executeTakeFirst();
  return team ?? null;
}

/** Answers whether there was such a team. */
export async function deleteTeamRow(db: Db, { projectId, teamId }: TeamReference): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('teams')
    .where('project_id', '=', projectId)
    .where('id', '=', teamId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function asJson(value: TeamRecord['server_metadata']): string | null {
  return value === null ? null : JSON.stringify(value);
}
