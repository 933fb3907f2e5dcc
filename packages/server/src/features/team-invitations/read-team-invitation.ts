import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { findTeam, type TeamRecord } from '../teams/index.ts';
import { checkVerificationCode } from '../verification-codes/index.ts';
import { refuseAbandonedInvitation } from './refuse-abandoned-invitation.ts';
import { invitationKind } from './team-invitations.queries.ts';
import { type PresentedInvitation, throttleInvitationCodes } from './throttle-invitation-codes.ts';

/**
 * The team that a code invites to, without using the code up. Whoever has the code was given it by the team, so this asks
 * for nothing else: the page behind the link shows it before its visitor has signed in.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 * @throws PlainError 429 after too many codes
 */
export async function readTeamInvitation(
  deps: Deps,
  caller: Caller,
  presented: PresentedInvitation,
): Promise<TeamRecord> {
  await throttleInvitationCodes(deps, caller, presented);
  const projectId = caller.project.id;
  const reference = { projectId, kind: invitationKind, code: presented.code } as const;
  const { teamId, userId: inviterId } = await checkVerificationCode(deps, deps.db, reference);
  const team = teamId === null ? null : await findTeam(deps.db, { projectId, teamId });
  if (team === null) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  await refuseAbandonedInvitation(deps.db, { projectId, teamId: team.id, inviterId });
  return team;
}
