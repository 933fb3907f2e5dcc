import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeTeamAccess } from '../teams/index.ts';
import { deleteInvitation } from './team-invitations.queries.ts';

/**
 * Withdraws an open invitation of a team; its link is unknown from then on.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED,
 *   VERIFICATION_CODE_NOT_FOUND
 */
export async function revokeTeamInvitation(
  { db }: Deps,
  caller: Caller,
  { invitationId, teamId }: { invitationId: string; teamId: string },
): Promise<void> {
  await authorizeTeamAccess(db, caller, { teamId, permissionId: '$invite_members' });
  const wasFound = await deleteInvitation(db, { projectId: caller.project.id, teamId, invitationId });
  if (!wasFound) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
}
