import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { acceptTeamInvitation } from './accept-team-invitation.ts';
import { acceptTeamInvitationById } from './accept-team-invitation-by-id.ts';
import { listTeamInvitations } from './list-team-invitations.ts';
import { readTeamInvitation } from './read-team-invitation.ts';
import { revokeTeamInvitation } from './revoke-team-invitation.ts';
import { sendTeamInvitation } from './send-team-invitation.ts';

export function teamInvitations(api: Api, deps: Deps): void {
  api.on(routes.sendTeamInvitation, async ({ caller, body }) => {
    await sendTeamInvitation(deps, caller, body);
    return { success: true as const };
  });

  api.on(routes.acceptTeamInvitation, async ({ caller, body, ip }) => {
    await acceptTeamInvitation(deps, caller, { ...body, ip });
    return {};
  });

  api.on(routes.checkTeamInvitationCode, async ({ caller, body, ip }) => {
    await readTeamInvitation(deps, caller, { ...body, ip });
    return { is_code_valid: true as const };
  });

  api.on(routes.getTeamInvitationDetails, async ({ caller, body, ip }) => {
    const team = await readTeamInvitation(deps, caller, { ...body, ip });
    return { team_id: team.id, team_display_name: team.display_name };
  });

  api.on(routes.listTeamInvitations, ({ caller, query }) => listTeamInvitations(deps, caller, query));

  api.on(routes.revokeTeamInvitation, async ({ caller, params, query }) => {
    await revokeTeamInvitation(deps, caller, { invitationId: params.invitation_id, teamId: query.team_id });
    return { success: true as const };
  });

  api.on(routes.acceptTeamInvitationById, async ({ caller, params, query }) => {
    await acceptTeamInvitationById(deps, caller, { invitationId: params.invitation_id, idOrMe: query.user_id });
    return {};
  });
}
