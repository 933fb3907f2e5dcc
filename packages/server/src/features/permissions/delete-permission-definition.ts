import { lockProject } from '../../database/lock-project.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { type DefinitionReference, deletePermissionDefinitionRow } from './permission-definitions.queries.ts';
import { refuseSystemPermission } from './refuse-system-permission.ts';
import { requirePermissionDefinitions } from './require-permission-definitions.ts';

/**
 * Deletes a permission; whoever held it holds it no longer, nor what it contained.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE; PlainError 400 for a permission of the system
 */
export function deletePermissionDefinition(
  deps: Deps,
  { project }: Caller,
  { scope, id }: Omit<DefinitionReference, 'projectId'>,
): Promise<void> {
  refuseSystemPermission(id);
  return inTransaction(deps.db, async (db) => {
    await lockProject(db, project.id);
    await requirePermissionDefinitions(db, { projectId: project.id, scope, ids: [id] });
    await deletePermissionDefinitionRow(db, { projectId: project.id, scope, id });
  });
}
