import { lockProject } from '../../database/lock-project.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { containPermissions } from './contain-permissions.ts';
import { asTakenId } from './create-permission-definition.ts';
import {
  type DefinitionReference,
  selectPermissionDefinition,
  updatePermissionDefinitionRow,
} from './permission-definitions.queries.ts';
import { presentPermissionDefinition } from './present-permission-definition.ts';
import { refuseSystemPermission } from './refuse-system-permission.ts';
import { requirePermissionDefinitions } from './require-permission-definitions.ts';

interface PermissionDefinitionChange {
  id?: string | undefined;
  description?: string | undefined;
  contained_permission_ids?: string[] | undefined;
}

/**
 * Renames or changes a permission. Grants, containments and defaults follow a new id.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE, PERMISSION_ID_ALREADY_EXISTS,
 *   CONTAINED_PERMISSION_NOT_FOUND; PlainError 400 for a permission of the system
 */
export function updatePermissionDefinition(
  deps: Deps,
  { project }: Caller,
  { scope, id }: Omit<DefinitionReference, 'projectId'>,
  change: PermissionDefinitionChange,
) {
  refuseSystemPermission(id);
  const definition = { projectId: project.id, scope, id };
  const renamed = { ...definition, id: change.id ?? id };
  return inTransaction(deps.db, async (db) => {
    await lockProject(db, project.id);
    await requirePermissionDefinitions(db, { projectId: project.id, scope, ids: [id] });
    await updatePermissionDefinitionRow(db, definition, { id: renamed.id, description: change.description }).catch(
      (error: unknown) => {
        throw asTakenId(error, renamed.id) ?? error;
      },
    );
    if (change.contained_permission_ids !== undefined) {
      await containPermissions(db, renamed, change.contained_permission_ids);
    }
    return presentPermissionDefinition(await selectPermissionDefinition(db, renamed));
  });
}
