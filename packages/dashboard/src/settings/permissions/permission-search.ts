import type { PermissionScope } from '../../permissions/permissions-query.ts';

/** What of the permissions an address shows. */
export interface PermissionSearch {
  /** Default: team. */
  scope?: PermissionScope;
  /** The one that is looked at. */
  permission?: string;
  /** Default: the drawing. */
  view?: 'list';
}

export function readPermissionSearch({ scope, permission, view }: Record<string, unknown>): PermissionSearch {
  return {
    ...(scope === 'project' && { scope }),
    ...(typeof permission === 'string' && { permission }),
    ...(view === 'list' && { view }),
  };
}
