export { teamMembers } from './team-members.routes.ts';
