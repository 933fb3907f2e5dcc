import { useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../../project/use-project.ts';

/** How mail leaves this installation. */
export function useMailDelivery() {
  const app = useAdminApp();
  return useQuery({ queryKey: [app.projectId, 'mail-delivery'], queryFn: () => app.getMailDelivery() });
}
