import type { Db } from '../../database/database.ts';
import { lockProject } from '../../database/lock-project.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type DefaultOf, updateDefaultPermissions } from './default-permissions.queries.ts';
import { requirePermissionDefinitions } from './require-permission-definitions.ts';

const scopeOf = { teamCreator: 'team', teamMember: 'team', user: 'project' } as const;

/**
 * Sets which permissions new team creators, new team members and new users get; lists that are left out stay.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE
 */
export function setDefaultPermissions(
  db: Db,
  projectId: string,
  changes: { [List in DefaultOf]?: readonly string[] | undefined },
): Promise<void> {
  return inTransaction(db, async (db) => {
    await lockProject(db, projectId);
    for (const defaultOf of ['teamCreator', 'teamMember', 'user'] as const) {
      const ids = changes[defaultOf];
      if (ids === undefined) continue;
      await requirePermissionDefinitions(db, { projectId, scope: scopeOf[defaultOf], ids });
      await updateDefaultPermissions(db, projectId, defaultOf, ids);
    }
  });
}
