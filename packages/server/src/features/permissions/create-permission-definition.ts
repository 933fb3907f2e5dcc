import { lockProject } from '../../database/lock-project.ts';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { containPermissions } from './contain-permissions.ts';
import {
  insertPermissionDefinition,
  type PermissionScope,
  selectPermissionDefinition,
} from './permission-definitions.queries.ts';
import { presentPermissionDefinition } from './present-permission-definition.ts';

interface PermissionDefinitionInput {
  id: string;
  description?: string | undefined;
  contained_permission_ids?: string[] | undefined;
}

/**
 * Defines a permission. Ids are shared by both scopes, so that an id alone says what is meant.
 *
 * @throws KnownError PERMISSION_ID_ALREADY_EXISTS, CONTAINED_PERMISSION_NOT_FOUND
 */
export function createPermissionDefinition(
  deps: Deps,
  { project }: Caller,
  scope: PermissionScope,
  { id, description, contained_permission_ids = [] }: PermissionDefinitionInput,
) {
  const definition = { projectId: project.id, scope, id };
  return inTransaction(deps.db, async (db) => {
    await lockProject(db, project.id);
    await insertPermissionDefinition(db, { ...definition, description: description ?? null }).catch(
      (error: unknown) => {
        throw asTakenId(error, id) ?? error;
      },
    );
    await containPermissions(db, definition, contained_permission_ids);
    return presentPermissionDefinition(await selectPermissionDefinition(db, definition));
  });
}

/** What a failed write means when another definition already has the id. */
export function asTakenId(error: unknown, id: string): KnownError | null {
  const isTaken = violatedConstraint(error) === 'permission_definitions_pkey';
  return isTaken ? new KnownError('PERMISSION_ID_ALREADY_EXISTS', { permission_id: id }) : null;
}
