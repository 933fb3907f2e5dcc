import type { Query } from '../http/api-client.ts';
import type { Scope } from '../http/scope.ts';

/** A permission that somebody holds; its `id` says which. */
export interface Permission {
  id: string;
}

/** Which permissions to list. */
export interface PermissionListOptions {
  /** Whether those count that another permission contains. Default: true. */
  recursive?: boolean;
}

/** The permissions of one user, in a team or, where none is named, in the project. */
export async function listPermissions(
  { api }: Scope,
  holder: { userId: string; teamId: string | null; permissionId?: string },
  { recursive = true }: PermissionListOptions = {},
): Promise<Permission[]> {
  const { userId, teamId, permissionId } = holder;
  const query: Query = { user_id: userId, recursive, permission_id: permissionId };
  const { items } = await (teamId === null
    ? api.get<{ items: Permission[] }>('/project-permissions', query)
    : api.get<{ items: Permission[] }>('/team-permissions', { ...query, team_id: teamId }));
  return items.map(({ id }) => ({ id }));
}
