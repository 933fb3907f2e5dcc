import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database, Db, ProjectsTable } from '../../database/database.ts';
import type { OverrideLevels } from './settings-from.ts';

/** A project's row with the ids of its default permissions. */
export interface ProjectRecord extends Selectable<ProjectsTable>, OverrideLevels {
  team_creator_permissions: string[];
  team_member_permissions: string[];
  user_permissions: string[];
}

export type ProjectChanges = Updateable<ProjectsTable>;

export async function insertProject(
  db: Db,
  project: Omit<Insertable<ProjectsTable>, keyof OverrideLevels>,
): Promise<'inserted' | 'exists'> {
  const inserted = await db
    .insertInto('projects')
    .values({ ...project, project_overrides: '{}', branch_overrides: '{}', environment_overrides: '{}' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted === undefined ? 'exists' : 'inserted';
}

export function selectProject(db: Db, projectId: string): Promise<ProjectRecord | undefined> {
  return selectRecords(db).where('projects.id', '=', projectId).executeTakeFirst();
}

/** The projects that the teams of one operator own, oldest first. */
export function selectProjectsOfOperator(db: Db, userId: string): Promise<ProjectRecord[]> {
  return selectRecords(db)
    .innerJoin('team_members', 'team_members.team_id', 'projects.owner_team_id')
    .where('team_members.project_id', '=', 'internal')
    .where('team_members.user_id', '=', userId)
    .orderBy('projects.created_at')
    .orderBy('projects.id')
    .execute();
}

/** Reads the configuration and keeps others from changing it until the transaction ends; undefined: the project is gone. */
export function lockConfiguration(db: Db, projectId: string) {
  return db
    .selectFrom('projects')
    .select(['project_overrides', 'branch_overrides', 'environment_overrides'])
    .where('id', '=', projectId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateProjectRow(db: Db, projectId: string, changes: ProjectChanges): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await db.updateTable('projects').set(changes).where('id', '=', projectId).execute();
}

/** Whether the project was `userId`'s to give: the operator is a member of the team that owns it, at that very moment. */
export async function updateOwnerTeam(
  db: Db,
  { projectId, newTeamId, userId }: { projectId: string; newTeamId: string; userId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('projects')
    .set({ owner_team_id: newTeamId })
    .where('id', '=', projectId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('team_members')
          .select('team_members.user_id')
          .where('team_members.project_id', '=', 'internal')
          .whereRef('team_members.team_id', '=', 'projects.owner_team_id')
          .where('team_members.user_id', '=', userId),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The project that waits for its first operator; undefined when there is none. */
export async function findUnownedProjectId(db: Db): Promise<string | undefined> {
  const project = await selectUnowned(db).select('id').orderBy('created_at').executeTakeFirst();
  return project?.id;
}

/** Gives the projects that wait for their first operator to his team. */
export async function adoptUnownedProjects(db: Db, ownerTeamId: string): Promise<void> {
  await db
    .updateTable('projects')
    .set({ owner_team_id: ownerTeamId })
    .where('id', 'in', selectUnowned(db).select('id'))
    .execute();
}

/** Everything that belongs to the project goes with its row; a large one takes longer than other statements may. */
export async function deleteProjectRow(db: Db, projectId: string): Promise<void> {
  await sql`select set_config('statement_timeout', '600000', true)`.execute(db);
  await db.deleteFrom('projects').where('id', '=', projectId).execute();
}

/** `internal` has no owner ever. */
function selectUnowned(db: Db) {
  return db.selectFrom('projects').where('owner_team_id', 'is', null).where('id', '<>', 'internal');
}

function selectRecords(db: Db) {
  return db
    .selectFrom('projects')
    .selectAll('projects')
    .select([
      defaultPermissions('is_default_of_team_creator').as('team_creator_permissions'),
      defaultPermissions('is_default_of_team_member').as('team_member_permissions'),
      defaultPermissions('is_default_of_user').as('user_permissions'),
    ]);
}

function defaultPermissions(column: keyof Database['permission_definitions'] & `is_default_of_${string}`) {
  return sql<string[]>`array(
    select id from permission_definitions definition
    where definition.project_id = projects.id and definition.${sql.ref(column)} order by id
  )`;
}
