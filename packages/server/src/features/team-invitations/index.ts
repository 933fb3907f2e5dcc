export { teamInvitations } from './team-invitations.routes.ts';
