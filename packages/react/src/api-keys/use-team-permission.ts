'use client';
import { type CurrentUser, type Permission, type Resource, Team } from '@latchkey/js';
import { teamPermissions } from '../hooks/team-permissions.ts';
import { useResource } from '../hooks/use-resource.ts';
import type { ApiKeyHolder } from './api-key-holder.ts';

/** Whether a user holds a permission in a team; false where there is no user, or no team. */
export function useTeamPermission(
  user: CurrentUser | null,
  holder: ApiKeyHolder | undefined,
  permissionId: string,
): boolean {
  const isAsked = user !== null && holder instanceof Team;
  return useResource(isAsked ? teamPermissions(user, holder) : none).some(({ id }) => id === permissionId);
}

const nothingHeld = { status: 'ready' as const, value: [] };

const none: Resource<Permission[]> = {
  getSnapshot: () => nothingHeld,
  subscribe: () => () => undefined,
  refresh: () => Promise.resolve(),
};
