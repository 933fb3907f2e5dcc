import type { ServerTeam, ServerUser } from '@latchkey/react';
import { useQuery } from '@tanstack/react-query';
import { PermissionTags } from '../permissions/permission-tags.tsx';
import { grantedQuery } from '../permissions/use-held-permissions.ts';
import { useAdminApp } from '../project/use-project.ts';

/** What a user was granted in one of their teams. */
export function GrantedInTeam({ user, team }: { user: ServerUser; team: ServerTeam }) {
  const { data: ids } = useQuery(grantedQuery(useAdminApp(), user, team));
  return ids === undefined ? null : <PermissionTags ids={ids} />;
}
