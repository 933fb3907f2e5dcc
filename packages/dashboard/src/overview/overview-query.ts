import type { StackAdminApp } from '@latchkey/react';
import { queryOptions } from '@tanstack/react-query';

/** What the project holds, and what deserves a look; days are those of this machine. */
export function overviewQuery(app: StackAdminApp<false>) {
  return queryOptions({
    queryKey: [app.projectId, 'overview'],
    queryFn: () => app.getOverview({ utcOffsetMinutes: -new Date().getTimezoneOffset() }),
    staleTime: 15_000,
  });
}
