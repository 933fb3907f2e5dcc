import type { SystemPermissionId } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { hasTeamPermission } from './permission-grants.queries.ts';

/**
 * Makes sure that a member of a team holds a permission of the system there, be it through others that contain it.
 *
 * @throws KnownError TEAM_PERMISSION_REQUIRED
 */
export async function requireTeamPermission(
  db: Db,
  held: { projectId: string; teamId: string; userId: string; permissionId: SystemPermissionId },
): Promise<void> {
  if (await hasTeamPermission(db, held)) return;
  throw new KnownError('TEAM_PERMISSION_REQUIRED', {
    team_id: held.teamId,
    user_id: held.userId,
    permission_id: held.permissionId,
  });
}
