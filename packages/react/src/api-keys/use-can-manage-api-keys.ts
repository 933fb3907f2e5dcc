'use client';
import { Team } from '@latchkey/js';
import { useStackApp } from '../hooks/use-stack-app.ts';
import { useUser } from '../hooks/use-user.ts';
import type { ApiKeyHolder } from './api-key-holder.ts';
import { useTeamPermission } from './use-team-permission.ts';

/**
 * Whether whoever is signed in can manage the API keys of a holder (themselves, where none is given): the project has that
 * kind of key switched on, and of a team's keys the user holds `$manage_api_keys`. For a link that leads to `<ApiKeys/>`.
 */
export function useCanManageApiKeys(holder?: ApiKeyHolder): boolean {
  const user = useUser();
  const { config } = useStackApp().useProject();
  const holdsPermission = useTeamPermission(user, holder, '$manage_api_keys');
  if (user === null) return false;
  return holder instanceof Team ? config.allowTeamApiKeys && holdsPermission : config.allowUserApiKeys;
}
