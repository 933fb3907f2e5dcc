import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { joinTeam } from './join-team.ts';
import { redeemTeamInvitation } from './redeem-team-invitation.ts';
import { refuseRestrictedUser } from './refuse-restricted-user.ts';
import { hasVerifiedEmail } from './team-invitations.queries.ts';
import { type PresentedInvitation, throttleInvitationCodes } from './throttle-invitation-codes.ts';

/**
 * Makes the signed-in user a member of the team that the code invites to. The user must have verified the address that
 * was invited, since links get forwarded; a link without an address is there to be handed over. A refusal leaves the code
 * good for whoever it is meant for.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED,
 *   TEAM_INVITATION_EMAIL_MISMATCH, VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 * @throws PlainError 429 after too many codes
 */
export async function acceptTeamInvitation(deps: Deps, caller: Caller, presented: PresentedInvitation): Promise<void> {
  const user = { projectId: caller.project.id, userId: requireSession(caller).userId };
  refuseRestrictedUser(caller);
  await throttleInvitationCodes(deps, caller, presented);
  await inTransaction(deps.db, async (db) => {
    const { teamId, email } = await redeemTeamInvitation(deps, db, { ...user, code: presented.code });
    if (email !== null && !(await hasVerifiedEmail(db, { ...user, email }))) {
      throw new KnownError('TEAM_INVITATION_EMAIL_MISMATCH');
    }
    await joinTeam(deps, db, { ...user, teamId, email });
  });
}
