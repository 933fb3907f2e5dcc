import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { createTeamForCaller } from './create-team-for-caller.ts';
import { deleteTeam } from './delete-team.ts';
import { getTeam } from './get-team.ts';
import { listTeams } from './list-teams.ts';
import { presentTeam } from './present-team.ts';
import { updateTeam } from './update-team.ts';

export function teams(api: Api, deps: Deps): void {
  api.on(routes.createTeam, async ({ caller, body }) =>
    presentTeam(caller, await createTeamForCaller(deps, caller, body)),
  );

  api.on(routes.listTeams, ({ caller, query }) => listTeams(deps, caller, query));

  api.on(routes.getTeam, async ({ caller, params }) =>
    presentTeam(caller, await getTeam(deps, caller, params.team_id)),
  );

  api.on(routes.updateTeam, async ({ caller, params, body }) =>
    presentTeam(caller, await updateTeam(deps, caller, params.team_id, body)),
  );

  api.on(routes.deleteTeam, async ({ caller, params }) => {
    await deleteTeam(deps, caller, params.team_id);
    return { success: true as const };
  });
}
