import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { joinTeam } from './join-team.ts';
import { holdInviters, refuseAbandonedInvitation } from './refuse-abandoned-invitation.ts';
import { refuseRestrictedUser } from './refuse-restricted-user.ts';
import { markInvitationUsed, selectInvitationToUserForUpdate } from './team-invitations.queries.ts';

/**
 * Accepts an invitation that was sent to one of the user's verified addresses: what was sent to others is unknown here.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED,
 *   VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED; PlainError 403 when a client names another user
 */
export async function acceptTeamInvitationById(
  deps: Deps,
  caller: Caller,
  { invitationId, idOrMe }: { invitationId: string; idOrMe: string },
): Promise<void> {
  const invited = { projectId: caller.project.id, userId: resolveOwnUserId(caller, idOrMe) };
  if (!isServer(caller)) refuseRestrictedUser(caller);
  const now = deps.clock.now();
  await inTransaction(deps.db, async (db) => {
    await holdInviters(db, invited.projectId);
    const invitation = await selectInvitationToUserForUpdate(db, { ...invited, invitationId });
    if (invitation === undefined) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
    if (invitation.usedAt !== null) throw new KnownError('VERIFICATION_CODE_ALREADY_USED');
    if (invitation.expiresAt <= now) throw new KnownError('VERIFICATION_CODE_EXPIRED');
    await refuseAbandonedInvitation(db, { ...invitation, projectId: invited.projectId });
    await markInvitationUsed(db, { projectId: invited.projectId, invitationId, usedAt: now });
    await joinTeam(deps, db, { ...invited, teamId: invitation.teamId, email: invitation.email });
  });
}
