import type { CurrentUser, SentTeamInvitation, Team, TeamUser } from '@latchkey/react';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { ownedProjectsQuery } from '../project/use-project.ts';
import { useOperator } from '../session/use-operator.ts';

/** A team of operators with all that its card shows. */
export interface TeamView {
  operator: CurrentUser;
  team: Team;
  members: TeamUser[];
  invitations: SentTeamInvitation[];
  /** The ids of the permissions that the operator holds in it. */
  held: ReadonlySet<string>;
  projects: readonly { id: string; displayName: string }[];
}

/** What there is to know of a team of the operator. */
export function useTeam(team: Team) {
  const operator = useOperator();
  const details = useQuery({
    queryKey: ['operator-team', team.id, operator.id],
    queryFn: () => readTeam(operator, team),
  });
  const projects = useQuery(ownedProjectsQuery(operator));
  const isRead = details.data !== undefined && projects.data !== undefined;
  const view: TeamView | undefined = isRead
    ? {
        operator,
        team,
        ...details.data,
        projects: projects.data.filter(({ ownerTeamId }) => ownerTeamId === team.id),
      }
    : undefined;
  return { view, error: details.error ?? projects.error, refetch: details.refetch };
}

async function readTeam(operator: CurrentUser, team: Team) {
  const held = new Set((await operator.listPermissions(team)).map(({ id }) => id));
  const [members, invitations] = await Promise.all([
    held.has('$read_members') ? team.listUsers() : [],
    held.has('$invite_members') ? team.listInvitations() : [],
  ]);
  return { held, members, invitations };
}

/** Reads anew whatever is shown of operators and their projects. */
export function useRefreshOperators(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => refreshOperators(queryClient);
}

async function refreshOperators(queryClient: QueryClient): Promise<void> {
  const keys = ['operator-teams', 'operator-team', 'owned-projects'];
  await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
}
