import type { ServerUser } from '@latchkey/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useAdminApp } from '../project/use-project.ts';

/** The user that the address names; null: there is none. */
export function useUserOfPage(): ServerUser | null {
  const { userId } = useParams({ from: '/projects/$projectId/users/$userId' });
  const app = useAdminApp();
  return useSuspenseQuery({
    queryKey: [app.projectId, 'user', userId],
    queryFn: () => app.getServerUserById(userId),
  }).data;
}
