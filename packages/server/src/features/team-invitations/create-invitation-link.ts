import type { Caller } from '../../http/caller.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { requireTeamPermission } from '../permissions/index.ts';
import { requireOperator } from '../projects/index.ts';
import { requireTeamMember } from '../teams/index.ts';
import { type IssuedCode, issueVerificationCode } from '../verification-codes/index.ts';
import { invitationKind, invitationLifetimeSeconds } from './team-invitations.queries.ts';

/** Far more than there are people to hand one to, and few enough to look through. */
const perUser: ThrottleRule = { name: 'invitation-link-by', points: 20, durationSeconds: 60 * 60 };

/**
 * Makes a code with which one person, whatever their address, joins a team of `internal`. It is good only while the
 * operator who made it could make another, so it always has a maker: keys of `internal` alone make none.
 *
 * @throws KnownError EXPECTED_INTERNAL_PROJECT, USER_AUTHENTICATION_REQUIRED, RESTRICTED_USER_NOT_ALLOWED,
 *   TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED
 * @throws PlainError 429 after too many links
 */
export async function createInvitationLink(deps: Deps, caller: Caller, teamId: string): Promise<IssuedCode> {
  const inviter = { projectId: caller.project.id, teamId, userId: requireOperator(caller) };
  await requireTeamMember(deps.db, inviter);
  await requireTeamPermission(deps.db, { ...inviter, permissionId: '$invite_members' });
  await throttle(deps.throttles, perUser, inviter.userId);
  return issueVerificationCode(deps, deps.db, {
    ...inviter,
    kind: invitationKind,
    email: '',
    lifetimeSeconds: invitationLifetimeSeconds,
  });
}
