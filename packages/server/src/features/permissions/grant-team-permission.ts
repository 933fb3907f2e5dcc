import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { deleteTeamPermission, insertTeamPermission, type TeamPermission } from './permission-grants.queries.ts';
import { requirePermissionDefinitions } from './require-permission-definitions.ts';

/**
 * Grants a permission to a member of a team; granting it twice is fine.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE, TEAM_MEMBERSHIP_NOT_FOUND
 */
export function grantTeamPermission(deps: Deps, { project }: Caller, permission: TeamPermission): Promise<void> {
  const { teamId, userId, permissionId } = permission;
  return inTransaction(deps.db, async (db) => {
    await requirePermissionDefinitions(db, { projectId: project.id, scope: 'team', ids: [permissionId] });
    await insertTeamPermission(db, { ...permission, projectId: project.id }).catch((error: unknown) => {
      if (violatedConstraint(error) !== 'team_permission_grants_member') throw error;
      throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: teamId, user_id: userId });
    });
  });
}

/**
 * Takes a permission away from a member of a team; what others that were granted contain, the member keeps.
 *
 * @throws KnownError TEAM_PERMISSION_NOT_FOUND when it was not granted itself
 */
export async function revokeTeamPermission(
  { db }: Deps,
  { project }: Caller,
  permission: TeamPermission,
): Promise<void> {
  if (await deleteTeamPermission(db, { ...permission, projectId: project.id })) return;
  throw new KnownError('TEAM_PERMISSION_NOT_FOUND', {
    team_id: permission.teamId,
    user_id: permission.userId,
    permission_id: permission.permissionId,
  });
}
