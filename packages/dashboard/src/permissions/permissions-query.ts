import type { StackAdminApp } from '@latchkey/react';
import { queryOptions } from '@tanstack/react-query';

/** Where a permission holds: in a team, or in the project as a whole. */
export type PermissionScope = 'team' | 'project';

/** The permissions that one scope defines, by id. */
export function permissionsQuery(app: StackAdminApp<false>, scope: PermissionScope) {
  return queryOptions({
    queryKey: [app.projectId, 'permissions', scope],
    queryFn: async () => [
      ...(scope === 'team' ? await app.listTeamPermissionDefinitions() : await app.listProjectPermissionDefinitions()),
    ],
  });
}
