export { createInitialPermissions } from './create-initial-permissions.ts';
export {
  insertDefaultProjectPermissions as grantDefaultProjectPermissions,
  insertDefaultTeamPermissions as grantDefaultTeamPermissions,
  selectDefaultPermissions as listDefaultPermissions,
} from './default-permissions.queries.ts';
export { hasTeamPermission, listUserIdsWithTeamPermission } from './permission-grants.queries.ts';
export { permissions } from './permissions.routes.ts';
export { requireTeamPermission } from './require-team-permission.ts';
export { setDefaultPermissions } from './set-default-permissions.ts';
