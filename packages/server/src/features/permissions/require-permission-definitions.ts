import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { type PermissionScope, selectScopesForShare } from './permission-definitions.queries.ts';

/**
 * Makes sure that permissions exist, are of the scope, and stay until the end of the transaction.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE
 */
export async function requirePermissionDefinitions(
  db: Db,
  { projectId, scope, ids }: { projectId: string; scope: PermissionScope; ids: readonly string[] },
): Promise<void> {
  const scopes = await selectScopesForShare(db, projectId, ids);
  for (const id of ids) {
    const actual = scopes.get(id);
    if (actual === undefined) throw new KnownError('PERMISSION_NOT_FOUND', { permission_id: id });
    if (actual !== scope) {
      throw new KnownError('WRONG_PERMISSION_SCOPE', {
        permission_id: id,
        expected_scope: scope,
        actual_scope: actual,
      });
    }
  }
}
