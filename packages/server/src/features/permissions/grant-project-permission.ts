import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  deleteProjectPermission,
  insertProjectPermission,
  type ProjectPermission,
} from './permission-grants.queries.ts';
import { requirePermissionDefinitions } from './require-permission-definitions.ts';

/**
 * Grants a project permission to a user; granting it twice is fine.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE, USER_NOT_FOUND
 */
export function grantProjectPermission(deps: Deps, { project }: Caller, permission: ProjectPermission): Promise<void> {
  return inTransaction(deps.db, async (db) => {
    const ids = [permission.permissionId];
    await requirePermissionDefinitions(db, { projectId: project.id, scope: 'project', ids });
    await insertProjectPermission(db, { ...permission, projectId: project.id }).catch((error: unknown) => {
      throw violatedConstraint(error) === 'project_permission_grants_user' ? new KnownError('USER_NOT_FOUND') : error;
    });
  });
}

/**
 * Takes a project permission away from a user; what others that were granted contain, the user keeps.
 *
 * @throws KnownError PERMISSION_NOT_FOUND when it was not granted itself
 */
export async function revokeProjectPermission(
  { db }: Deps,
  { project }: Caller,
  permission: ProjectPermission,
): Promise<void> {
  if (await deleteProjectPermission(db, { ...permission, projectId: project.id })) return;
  throw new KnownError('PERMISSION_NOT_FOUND', { permission_id: permission.permissionId });
}
