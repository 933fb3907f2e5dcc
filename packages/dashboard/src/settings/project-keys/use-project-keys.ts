import { useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../../project/use-project.ts';

/** The sets of project keys, newest first. */
export function useProjectKeys() {
  const app = useAdminApp();
  return useQuery({ queryKey: [app.projectId, 'project-keys'], queryFn: () => app.listInternalApiKeys() });
}
