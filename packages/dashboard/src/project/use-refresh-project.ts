import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';

/** Reads anew whatever is shown of the project, after something in it has changed. */
export function useRefreshProject(): () => Promise<void> {
  const queryClient = useQueryClient();
  const { projectId } = useParams({ from: '/projects/$projectId' });
  return () => queryClient.invalidateQueries({ queryKey: [projectId] });
}
