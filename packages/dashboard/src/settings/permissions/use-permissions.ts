import type { PermissionDefinition, PermissionDefinitionUpdateOptions } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { type PermissionScope, permissionsQuery } from '../../permissions/permissions-query.ts';
import { useAdminApp } from '../../project/use-project.ts';
import { useRefreshProject } from '../../project/use-refresh-project.ts';

/** The permissions of one scope, by id. */
export function usePermissions(scope: PermissionScope) {
  return useQuery(permissionsQuery(useAdminApp(), scope));
}

/** What can be done to the permissions of one scope; done once what is shown of them is read anew. */
export function usePermissionChanges(scope: PermissionScope) {
  const app = useAdminApp();
  const refresh = useRefreshProject();
  const isTeam = scope === 'team';
  return {
    async create(definition: PermissionDefinition): Promise<void> {
      await (isTeam
        ? app.createTeamPermissionDefinition(definition)
        : app.createProjectPermissionDefinition(definition));
      await refresh();
    },
    async update(id: string, changes: PermissionDefinitionUpdateOptions): Promise<void> {
      await (isTeam
        ? app.updateTeamPermissionDefinition(id, changes)
        : app.updateProjectPermissionDefinition(id, changes));
      await refresh();
    },
    async remove(id: string): Promise<void> {
      await (isTeam ? app.deleteTeamPermissionDefinition(id) : app.deleteProjectPermissionDefinition(id));
      await refresh();
    },
  };
}
