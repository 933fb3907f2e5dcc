import type { ServerTeam } from '@latchkey/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAdminApp } from '../project/use-project.ts';

/** The team that the address names; null: there is none. */
export function useTeamOfPage(): ServerTeam | null {
  const { teamId } = useParams({ from: '/projects/$projectId/teams/$teamId' });
  const app = useAdminApp();
  return useSuspenseQuery({
    queryKey: [app.projectId, 'team', teamId],
    queryFn: () => app.getTeam(teamId),
  }).data;
}
