import type { SystemPermissionId } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { requireSession } from '../../http/require-user.ts';
import { requireTeamPermission } from '../permissions/index.ts';
import { requireTeamMember } from './require-team-member.ts';

/**
 * Lets the application's server through to any team, and a client to the teams of its user, where the permission, if one
 * is named, must be held there.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED
 */
export async function authorizeTeamAccess(
  db: Db,
  caller: Caller,
  { teamId, permissionId }: { teamId: string; permissionId?: SystemPermissionId },
): Promise<void> {
  if (isServer(caller)) return;
  const { userId } = requireSession(caller);
  const member = { projectId: caller.project.id, teamId, userId };
  await requireTeamMember(db, member);
  if (permissionId !== undefined) await requireTeamPermission(db, { ...member, permissionId });
}
