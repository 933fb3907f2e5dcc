import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** Who gets a permission without being granted it one by one. */
export type DefaultOf = 'teamCreator' | 'teamMember' | 'user';

const flagOf = {
  teamCreator: 'is_default_of_team_creator',
  teamMember: 'is_default_of_team_member',
  user: 'is_default_of_user',
} as const satisfies Record<DefaultOf, string>;

/** By id. */
export async function selectDefaultPermissions(db: Db, projectId: string): Promise<Record<DefaultOf, string[]>> {
  const rows = await db
    .selectFrom('permission_definitions')
    .selectAll()
    .where('project_id', '=', projectId)
    .where((where) => where.or(Object.values(flagOf).map((flag) => where(flag, '=', true))))
    .orderBy('id')
    .execute();
  const idsWith = (flag: (typeof flagOf)[DefaultOf]): string[] => rows.filter((row) => row[flag]).map((row) => row.id);
  return {
    teamCreator: idsWith(flagOf.teamCreator),
    teamMember: idsWith(flagOf.teamMember),
    user: idsWith(flagOf.user),
  };
}

export async function updateDefaultPermissions(
  db: Db,
  projectId: string,
  defaultOf: DefaultOf,
  ids: readonly string[],
): Promise<void> {
  const isNamed = sql<boolean>`id = any(${ids})`;
  await db
    .updateTable('permission_definitions')
    .set({ [flagOf[defaultOf]]: isNamed })
    .where('project_id', '=', projectId)
    .where((where) => where.or([where(flagOf[defaultOf], '=', true), isNamed]))
    .execute();
}

/** The share lock passes over a definition that is being deleted, and waits for the new id of one being renamed. */
export async function insertDefaultTeamPermissions(
  db: Db,
  { projectId, teamId, userId, as }: { projectId: string; teamId: string; userId: string; as: 'creator' | 'member' },
): Promise<void> {
  const flag = flagOf[as === 'creator' ? 'teamCreator' : 'teamMember'];
  await db
    .insertInto('team_permission_grants')
    .columns(['project_id', 'team_id', 'user_id', 'permission_id'])
    .expression(
      db
        .selectFrom('permission_definitions')
        .select([
          'project_id',
          sql<string>`${teamId}::uuid`.as('team_id'),
          sql<string>`${userId}::uuid`.as('user_id'),
          'id as permission_id',
        ])
        .where('project_id', '=', projectId)
        .where(flag, '=', true)
        .forKeyShare(),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** As `insertDefaultTeamPermissions`. */
export async function insertDefaultProjectPermissions(
  db: Db,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<void> {
  await db
    .insertInto('project_permission_grants')
    .columns(['project_id', 'user_id', 'permission_id'])
    .expression(
      db
        .selectFrom('permission_definitions')
        .select(['project_id', sql<string>`${userId}::uuid`.as('user_id'), 'id as permission_id'])
        .where('project_id', '=', projectId)
        .where(flagOf.user, '=', true)
        .forKeyShare(),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface InitialDefinition {
  id: string;
  description: string;
  contains: readonly string[];
  isDefaultOfTeamCreator: boolean;
  isDefaultOfTeamMember: boolean;
}

export async function insertInitialDefinitions(
  db: Db,
  projectId: string,
  definitions: readonly InitialDefinition[],
): Promise<void> {
  await db
    .insertInto('permission_definitions')
    .values(
      definitions.map(({ id, description, isDefaultOfTeamCreator, isDefaultOfTeamMember }) => ({
        project_id: projectId,
        id,
        scope: 'team' as const,
        description,
        is_default_of_team_creator: isDefaultOfTeamCreator,
        is_default_of_team_member: isDefaultOfTeamMember,
      })),
    )
    .execute();
  await db
    .insertInto('permission_containments')
    .values(
      definitions.flatMap(({ id, contains }) =>
        contains.map((containedId) => ({ project_id: projectId, containing_id: id, contained_id: containedId })),
      ),
    )
    .execute();
}
