import { cacheKeys, type CurrentUser, type Permission, type Resource, scopeOf, type TeamReference } from '@latchkey/js';

/** The permissions of a user in a team, read once for all who ask. */
export function teamPermissions(user: CurrentUser, team: TeamReference): Resource<Permission[]> {
  const key = `${cacheKeys.permissions(user.id)}/${team.id}`;
  return scopeOf(user).cache.resource(key, () => user.listPermissions(team));
}
