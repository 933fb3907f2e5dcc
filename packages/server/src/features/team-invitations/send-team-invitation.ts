import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { normalizeEmail } from '../contact-channels/index.ts';
import { internalProjectId, requireTrustedUrl } from '../projects/index.ts';
import { authorizeTeamAccess, findTeam } from '../teams/index.ts';
import { issueVerificationCode } from '../verification-codes/index.ts';
import { renderInvitation } from './render-invitation.ts';
import {
  deleteOpenInvitations,
  invitationKind,
  invitationLifetimeSeconds,
  lockInvitationsOfTeam,
} from './team-invitations.queries.ts';

/** Nobody's mailbox is filled, whoever asks. */
const perAddress: ThrottleRule = { name: 'team-invitation-to', points: 5, durationSeconds: 60 * 60 };

/** Nor do members use us to mail the world. */
const perUser: ThrottleRule = { name: 'team-invitation-by', points: 50, durationSeconds: 60 * 60 };

export interface InvitationWish {
  email: string;
  team_id: string;
  callback_url: string;
}

/**
 * Mails an invitation to a team: the callback URL with the query parameter `code`. It takes the place of an earlier one to
 * the same address. Whether the address is a member's already makes no difference, so that inviting tells nothing about
 * who is in the team.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED, TEAM_NOT_FOUND,
 *   RESTRICTED_USER_NOT_ALLOWED, REDIRECT_URL_NOT_WHITELISTED
 * @throws PlainError 429 after too many invitations
 */
export async function sendTeamInvitation(deps: Deps, caller: Caller, wish: InvitationWish): Promise<void> {
  const { project } = caller;
  const email = normalizeEmail(wish.email);
  const invited = { projectId: project.id, teamId: wish.team_id, email };
  await authorizeInviting(deps.db, caller, wish.team_id);
  requireTrustedUrl(project, wish.callback_url);
  const team = await findTeam(deps.db, invited);
  if (team === null) throw new KnownError('TEAM_NOT_FOUND', { team_id: wish.team_id });
  await throttleInvitations(deps, caller, email);

  await inTransaction(deps.db, async (db) => {
    await lockInvitationsOfTeam(db, invited);
    await deleteOpenInvitations(db, invited);
    const { code } = await issueVerificationCode(deps, db, {
      ...invited,
      kind: invitationKind,
      userId: inviterOf(caller),
      lifetimeSeconds: invitationLifetimeSeconds,
    });
    const url = new URL(wish.callback_url);
    url.searchParams.set('code', code);
    const mail = renderInvitation({ project, team, email, url: url.href });
    await deps.mailer.send(db, { projectId: project.id, to: email, ...mail });
  });
}

/** Among operators an invitation is only as good as whoever made it; elsewhere, as upstream, it outlives their membership. */
function inviterOf({ project, session }: Caller): string | undefined {
  return project.id === internalProjectId ? session?.userId : undefined;
}

/** A restricted user, such as one who never verified an address, mails nobody; the allow header is only the caller's word. */
async function authorizeInviting(db: Db, caller: Caller, teamId: string): Promise<void> {
  await authorizeTeamAccess(db, caller, { teamId, permissionId: '$invite_members' });
  const restricted_reason = isServer(caller) ? null : requireSession(caller).restrictedReason;
  if (restricted_reason !== null) throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason });
}

async function throttleInvitations({ throttles }: Deps, caller: Caller, email: string): Promise<void> {
  if (!isServer(caller)) await throttle(throttles, perUser, `${caller.project.id}/${requireSession(caller).userId}`);
  await throttle(throttles, perAddress, `${caller.project.id}/${email}`);
}
