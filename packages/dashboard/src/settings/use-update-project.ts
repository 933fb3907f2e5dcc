import type { AdminProjectConfig, AdminProjectUpdateOptions } from '@latchkey/react';
import { useQueryClient } from '@tanstack/react-query';
import { ownedProjectsQuery, useProject } from '../project/use-project.ts';
import { useRefreshProject } from '../project/use-refresh-project.ts';
import { useOperator } from '../session/use-operator.ts';

/** What changes, or for what is written as a whole, such as a list: what it comes to, by what holds when its turn comes. */
export type ProjectChange = AdminProjectUpdateOptions | ((config: AdminProjectConfig) => AdminProjectUpdateOptions);

/** The last change of each project, be it done or not. */
const lastChanges = new Map<string, Promise<unknown>>();

/**
 * Changes the project that the address names; done once all that is shown of it is read anew. Changes come one after the
 * other, so that two quick ones of the same list do not undo each other.
 */
export function useUpdateProject(): (change: ProjectChange) => Promise<void> {
  const shown = useProject();
  const operator = useOperator();
  const queryClient = useQueryClient();
  const refresh = useRefreshProject();
  return (change) => {
    const changed = (lastChanges.get(shown.id) ?? Promise.resolve()).then(async () => {
      const projects = queryClient.getQueryData(ownedProjectsQuery(operator).queryKey);
      const project = projects?.find(({ id }) => id === shown.id) ?? shown;
      await project.update(typeof change === 'function' ? change(project.config) : change);
      await Promise.all([queryClient.invalidateQueries({ queryKey: ['owned-projects'] }), refresh()]);
    });
    lastChanges.set(
      shown.id,
      changed.catch(() => undefined),
    );
    return changed;
  };
}
