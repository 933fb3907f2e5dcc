import { routes } from '@latchkey/contract';
import type { Caller } from '../../http/caller.ts';
import type { Api } from '../../http/endpoint.ts';
import { resolveUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { addTeamMember } from '../teams/index.ts';
import { getTeamMemberProfile } from './get-team-member-profile.ts';
import { listTeamMemberProfiles } from './list-team-member-profiles.ts';
import { removeTeamMember } from './remove-team-member.ts';
import { updateTeamMemberProfile } from './update-team-member-profile.ts';

export function teamMembers(api: Api, deps: Deps): void {
  // Only the application's server comes this far, and it may add anybody to any team.
  api.on(routes.addTeamMember, async ({ caller, params }) => {
    const { teamId, userId } = memberFrom(caller, params);
    await addTeamMember(deps, deps.db, { projectId: caller.project.id, teamId, userId, as: 'member' });
    return { team_id: teamId, user_id: userId };
  });

  api.on(routes.removeTeamMember, async ({ caller, params, query }) => {
    const revokesApiKeys = query.revoke_api_keys === true;
    await removeTeamMember(deps, caller, memberFrom(caller, params), { revokesApiKeys });
    return { success: true as const };
  });

  api.on(routes.listTeamMemberProfiles, ({ caller, query }) => listTeamMemberProfiles(deps, caller, query));

  api.on(routes.getTeamMemberProfile, ({ caller, params }) =>
    getTeamMemberProfile(deps, caller, memberFrom(caller, params)),
  );

  api.on(routes.updateTeamMemberProfile, ({ caller, params, body }) =>
    updateTeamMemberProfile(deps, caller, memberFrom(caller, params), body),
  );
}

function memberFrom(caller: Caller, { team_id, user_id }: { team_id: string; user_id: string }) {
  return { teamId: team_id, userId: resolveUserId(caller, user_id) };
}
