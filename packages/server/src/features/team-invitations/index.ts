export { createInvitationLink } from './create-invitation-link.ts';
export { joinTeam } from './join-team.ts';
export { redeemTeamInvitation } from './redeem-team-invitation.ts';
export { teamInvitations } from './team-invitations.routes.ts';
