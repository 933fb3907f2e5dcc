import type { ServerTeam, ServerUser, StackAdminApp } from '@latchkey/react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../project/use-project.ts';
import { permissionsQuery } from './permissions-query.ts';

/** The ids of what a user was granted in a team, or in the project. */
export function grantedQuery(app: StackAdminApp<false>, user: ServerUser, team: ServerTeam | null) {
  return queryOptions({
    queryKey: [app.projectId, 'user', user.id, 'permissions', team?.id ?? null],
    queryFn: async () => {
      const direct = { recursive: false };
      const held = await (team === null ? user.listPermissions(direct) : user.listPermissions(team, direct));
      return held.map(({ id }) => id);
    },
  });
}

export function useHeldPermissions(user: ServerUser, team: ServerTeam | null) {
  const app = useAdminApp();
  return {
    definitions: useQuery(permissionsQuery(app, team === null ? 'project' : 'team')),
    granted: useQuery(grantedQuery(app, user, team)),
  };
}
