import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** A permission as a member of a team holds it. */
export interface TeamPermission {
  teamId: string;
  userId: string;
  permissionId: string;
}

/** A permission as a user of the project holds it. */
export interface ProjectPermission {
  userId: string;
  permissionId: string;
}

export type PermissionFilter<Permission> = { [Field in keyof Permission]: Permission[Field] | undefined };

export interface PermissionListing<Permission> {
  projectId: string;
  filter: PermissionFilter<Permission>;
  /** Whether what a permission contains is listed too. */
  recursive: boolean;
  /** The last permission of the page before. */
  after: Permission | undefined;
  limit: number | undefined;
}

/** Whether a member of a team holds a permission, be it through others that contain it. */
export async function hasTeamPermission(
  db: Db,
  { projectId, teamId, userId, permissionId }: TeamPermission & { projectId: string },
): Promise<boolean> {
  const held = await withImplying(db, projectId, permissionId)
    .selectFrom('team_permission_grants')
    .select('permission_id')
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .where('permission_id', 'in', (select) => select.selectFrom('implying').select('id'))
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}

/** The members of a team who hold a permission, be it through others that contain it. */
export async function listUserIdsWithTeamPermission(
  db: Db,
  { projectId, teamId, permissionId }: { projectId: string; teamId: string; permissionId: string },
): Promise<string[]> {
  const rows = await withImplying(db, projectId, permissionId)
    .selectFrom('team_permission_grants')
    .select('user_id')
    .distinct()
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('permission_id', 'in', (select) => select.selectFrom('implying').select('id'))
    .orderBy('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** By team, user and id. */
export async function selectTeamPermissions(
  db: Db,
  { projectId, filter, recursive, after, limit }: PermissionListing<TeamPermission>,
): Promise<TeamPermission[]> {
  let granted = db
    .selectFrom('team_permission_grants')
    .select(['team_id as teamId', 'user_id as userId', 'permission_id as permissionId'])
    .where('project_id', '=', projectId);
  if (filter.teamId !== undefined) granted = granted.where('team_id', '=', filter.teamId);
  if (filter.userId !== undefined) granted = granted.where('user_id', '=', filter.userId);

  let held = db
    .withRecursive('held', (cte) =>
      granted.union(
        cte
          .selectFrom('held')
          .innerJoin('permission_containments as c', 'c.containing_id', 'held.permissionId')
          .select(['held.teamId', 'held.userId', 'c.contained_id as permissionId'])
          .where('c.project_id', '=', projectId)
          .where(sql<boolean>`${recursive}::boolean`),
      ),
    )
    .selectFrom('held')
    .selectAll()
    .orderBy('teamId')
    .orderBy('userId')
    .orderBy('permissionId');
  if (filter.permissionId !== undefined) held = held.where('permissionId', '=', filter.permissionId);
  if (after !== undefined) {
    held = held.where((where) =>
      where(
        where.refTuple('teamId', 'userId', 'permissionId'),
        '>',
        where.tuple(after.teamId, after.userId, after.permissionId),
      ),
    );
  }
  if (limit !== undefined) held = held.limit(limit);
  return held.execute();
}

/** By user and id. */
export async function selectProjectPermissions(
  db: Db,
  { projectId, filter, recursive, after, limit }: PermissionListing<ProjectPermission>,
): Promise<ProjectPermission[]> {
  let granted = db
    .selectFrom('project_permission_grants')
    .select(['user_id as userId', 'permission_id as permissionId'])
    .where('project_id', '=', projectId);
  if (filter.userId !== undefined) granted = granted.where('user_id', '=', filter.userId);

  let held = db
    .withRecursive('held', (cte) =>
      granted.union(
        cte
          .selectFrom('held')
          .innerJoin('permission_containments as c', 'c.containing_id', 'held.permissionId')
          .select(['held.userId', 'c.contained_id as permissionId'])
          .where('c.project_id', '=', projectId)
          .where(sql<boolean>`${recursive}::boolean`),
      ),
    )
    .selectFrom('held')
    .selectAll()
    .orderBy('userId')
    .orderBy('permissionId');
  if (filter.permissionId !== undefined) held = held.where('permissionId', '=', filter.permissionId);
  if (after !== undefined) {
    held = held.where((where) =>
      where(where.refTuple('userId', 'permissionId'), '>', where.tuple(after.userId, after.permissionId)),
    );
  }
  if (limit !== undefined) held = held.limit(limit);
  return held.execute();
}

/** Granting what is already granted changes nothing. */
export async function insertTeamPermission(
  db: Db,
  { projectId, teamId, userId, permissionId }: TeamPermission & { projectId: string },
): Promise<void> {
  await db
    .insertInto('team_permission_grants')
    .values({ project_id: projectId, team_id: teamId, user_id: userId, permission_id: permissionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Answers whether there was such a grant. */
export async function deleteTeamPermission(
  db: Db,
  { projectId, teamId, userId, permissionId }: TeamPermission & { projectId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('team_permission_grants')
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .where('permission_id', '=', permissionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Granting what is already granted changes nothing. */
export async function insertProjectPermission(
  db: Db,
  { projectId, userId, permissionId }: ProjectPermission & { projectId: string },
): Promise<void> {
  await db
    .insertInto('project_permission_grants')
    .values({ project_id: projectId, user_id: userId, permission_id: permissionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Answers whether there was such a grant. */
export async function deleteProjectPermission(
  db: Db,
  { projectId, userId, permissionId }: ProjectPermission & { projectId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('project_permission_grants')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('permission_id', '=', permissionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * `implying`: the permission itself and all that contain it. Containment may go in a circle, which only makes its
 * permissions worth the same: `union` forgets what it has seen, so the walk ends.
 */
function withImplying(db: Db, projectId: string, permissionId: string) {
  return db.withRecursive('implying', (cte) =>
    cte
      .selectNoFrom(sql<string>`${permissionId}::text collate "C"`.as('id'))
      .union(
        cte
          .selectFrom('implying')
          .innerJoin('permission_containments as c', 'c.contained_id', 'implying.id')
          .select('c.containing_id as id')
          .where('c.project_id', '=', projectId),
      ),
  );
}
