import { routes } from '@latchkey/contract';
import { resolveUserId } from '../../http/require-user.ts';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { createPermissionDefinition } from './create-permission-definition.ts';
import { deletePermissionDefinition } from './delete-permission-definition.ts';
import { grantProjectPermission, revokeProjectPermission } from './grant-project-permission.ts';
import { grantTeamPermission, revokeTeamPermission } from './grant-team-permission.ts';
import { listPermissionDefinitions } from './list-permission-definitions.ts';
import { listProjectPermissions, listTeamPermissions } from './list-permissions.ts';
import { updatePermissionDefinition } from './update-permission-definition.ts';

export function permissions(api: Api, deps: Deps): void {
  teamPermissionDefinitions(api, deps);
  projectPermissionDefinitions(api, deps);

  api.on(routes.listTeamPermissions, ({ caller, query }) => listTeamPermissions(deps, caller, query));

  api.on(routes.grantTeamPermission, async ({ caller, params }) => {
    const { team_id, permission_id } = params;
    const user_id = resolveUserId(caller, params.user_id);
    await grantTeamPermission(deps, caller, { teamId: team_id, userId: user_id, permissionId: permission_id });
    return { id: permission_id, user_id, team_id };
  });

  api.on(routes.revokeTeamPermission, async ({ caller, params }) => {
    const userId = resolveUserId(caller, params.user_id);
    await revokeTeamPermission(deps, caller, { teamId: params.team_id, userId, permissionId: params.permission_id });
    return { success: true as const };
  });

  api.on(routes.listProjectPermissions, ({ caller, query }) => listProjectPermissions(deps, caller, query));

  api.on(routes.grantProjectPermission, async ({ caller, params }) => {
    const user_id = resolveUserId(caller, params.user_id);
    await grantProjectPermission(deps, caller, { userId: user_id, permissionId: params.permission_id });
    return { id: params.permission_id, user_id };
  });

  api.on(routes.revokeProjectPermission, async ({ caller, params }) => {
    const userId = resolveUserId(caller, params.user_id);
    await revokeProjectPermission(deps, caller, { userId, permissionId: params.permission_id });
    return { success: true as const };
  });
}

function teamPermissionDefinitions(api: Api, deps: Deps): void {
  const scope = 'team';
  api.on(routes.listTeamPermissionDefinitions, ({ caller, query }) =>
    listPermissionDefinitions(deps, caller, scope, query),
  );
  api.on(routes.createTeamPermissionDefinition, ({ caller, body }) =>
    createPermissionDefinition(deps, caller, scope, body),
  );
  api.on(routes.updateTeamPermissionDefinition, ({ caller, params, body }) =>
    updatePermissionDefinition(deps, caller, { scope, id: params.permission_id }, body),
  );
  api.on(routes.deleteTeamPermissionDefinition, async ({ caller, params }) => {
    await deletePermissionDefinition(deps, caller, { scope, id: params.permission_id });
    return { success: true as const };
  });
}

function projectPermissionDefinitions(api: Api, deps: Deps): void {
  const scope = 'project';
  api.on(routes.listProjectPermissionDefinitions, ({ caller, query }) =>
    listPermissionDefinitions(deps, caller, scope, query),
  );
  api.on(routes.createProjectPermissionDefinition, ({ caller, body }) =>
    createPermissionDefinition(deps, caller, scope, body),
  );
  api.on(routes.updateProjectPermissionDefinition, ({ caller, params, body }) =>
    updatePermissionDefinition(deps, caller, { scope, id: params.permission_id }, body),
  );
  api.on(routes.deleteProjectPermissionDefinition, async ({ caller, params }) => {
    await deletePermissionDefinition(deps, caller, { scope, id: params.permission_id });
    return { success: true as const };
  });
}
