export { addTeamMember } from './add-team-member.ts';
export { authorizeTeamAccess } from './authorize-team-access.ts';
export { createTeam } from './create-team.ts';
export { presentClientTeam, presentServerTeam } from './present-team.ts';
export { requireOtherOwner } from './require-other-owner.ts';
export { requireTeamMember } from './require-team-member.ts';
export { isTeamMember, lockTeamMember, type TeamMembership } from './team-membership.queries.ts';
export { findTeam, type TeamRecord } from './teams.queries.ts';
export { teams } from './teams.routes.ts';
