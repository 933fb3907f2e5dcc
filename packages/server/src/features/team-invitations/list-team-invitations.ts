import type { Caller } from '../../http/caller.ts';
import { cutPage, type PageWish, presentList, readCursor, rowsToRead, timeCursorKey } from '../../http/pagination.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeTeamAccess } from '../teams/index.ts';
import { selectInvitationsOfTeam, selectInvitationsToUser, type TeamInvitation } from './team-invitations.queries.ts';

interface InvitationsWish extends PageWish {
  team_id?: string | undefined;
  user_id?: string | undefined;
}

/** The open invitations that a team has sent, or else those that a user has received; newest first. */
export async function listTeamInvitations(deps: Deps, caller: Caller, wish: InvitationsWish) {
  const invitations = await selectAuthorized(deps, caller, wish);
  return presentList(
    cutPage(invitations, wish, ({ createdAt, id }) => [createdAt.getTime(), id]),
    presentTeamInvitation,
  );
}

async function selectAuthorized({ db, clock }: Deps, caller: Caller, wish: InvitationsWish): Promise<TeamInvitation[]> {
  const listing = {
    projectId: caller.project.id,
    now: clock.now(),
    after: readCursor(wish.cursor, timeCursorKey),
    limit: rowsToRead(wish),
  };
  if (wish.team_id !== undefined) {
    await authorizeTeamAccess(db, caller, { teamId: wish.team_id, permissionId: '$invite_members' });
    return selectInvitationsOfTeam(db, { ...listing, teamId: wish.team_id });
  }
  return selectInvitationsToUser(db, { ...listing, userId: resolveOwnUserId(caller, wish.user_id ?? 'me') });
}

function presentTeamInvitation(invitation: TeamInvitation) {
  return {
    id: invitation.id,
    team_id: invitation.teamId,
    team_display_name: invitation.teamDisplayName,
    expires_at_millis: invitation.expiresAt.getTime(),
    recipient_email: invitation.recipientEmail,
  };
}
