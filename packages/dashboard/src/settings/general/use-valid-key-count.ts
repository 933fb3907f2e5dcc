import type { ApiKeyType, Counted } from '@latchkey/react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useAdminApp } from '../../project/use-project.ts';

/** The most that one request lists. */
const countedAtMost = 200;

/** How many keys of a kind are accepted now, and would be refused with the kind switched off. */
export function useValidKeyCount(kind: ApiKeyType): UseQueryResult<Counted> {
  const app = useAdminApp();
  return useQuery({
    queryKey: [app.projectId, 'valid-key-count', kind],
    queryFn: async () => {
      const keys = await app.listAllApiKeys({ kind, status: 'valid', limit: countedAtMost });
      return { count: keys.length, isAtLeast: keys.nextCursor !== null };
    },
  });
}
