import type { AdminProjectUpdateOptions } from '@latchkey/react';
import { useQueryClient } from '@tanstack/react-query';
import { useProject } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';

/** Changes the project that the address names; done once all that is shown of it is read anew. */
export function useUpdateProject(): (changes: AdminProjectUpdateOptions) => Promise<void> {
  const project = useProject();
  const queryClient = useQueryClient();
  const refresh = useRefreshProject();
  return async (changes) => {
    await project.update(changes);
    await Promise.all([queryClient.invalidateQueries({ queryKey: ['owned-projects'] }), refresh()]);
  };
}
