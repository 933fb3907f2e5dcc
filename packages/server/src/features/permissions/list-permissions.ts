import { z } from 'zod';
import type { Caller } from '../../http/caller.ts';
import { cutPage, type PageWish, presentList, readCursor, rowsToRead } from '../../http/pagination.ts';
import { resolveOwnUserFilter } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectProjectPermissions, selectTeamPermissions } from './permission-grants.queries.ts';

interface ProjectPermissionWish extends PageWish {
  user_id?: string | undefined;
  permission_id?: string | undefined;
  recursive?: boolean | undefined;
}

interface TeamPermissionWish extends ProjectPermissionWish {
  team_id?: string | undefined;
}

const teamCursorKey = z
  .tuple([z.uuid(), z.uuid(), z.string()])
  .transform(([teamId, userId, permissionId]) => ({ teamId, userId, permissionId }));
const projectCursorKey = z
  .tuple([z.uuid(), z.string()])
  .transform(([userId, permissionId]) => ({ userId, permissionId }));

/** The permissions that members hold in teams; a client sees its own user's. */
export async function listTeamPermissions({ db }: Deps, caller: Caller, wish: TeamPermissionWish) {
  const found = await selectTeamPermissions(db, {
    projectId: caller.project.id,
    filter: {
      teamId: wish.team_id,
      userId: resolveOwnUserFilter(caller, wish.user_id),
      permissionId: wish.permission_id,
    },
    recursive: wish.recursive ?? false,
    after: readCursor(wish.cursor, teamCursorKey),
    limit: rowsToRead(wish),
  });
  const page = cutPage(found, wish, ({ teamId, userId, permissionId }) => [teamId, userId, permissionId]);
  return presentList(page, ({ teamId, userId, permissionId }) => ({
    id: permissionId,
    user_id: userId,
    team_id: teamId,
  }));
}

/** The permissions that users hold in the project; a client sees its own user's. */
export async function listProjectPermissions({ db }: Deps, caller: Caller, wish: ProjectPermissionWish) {
  const found = await selectProjectPermissions(db, {
    projectId: caller.project.id,
    filter: { userId: resolveOwnUserFilter(caller, wish.user_id), permissionId: wish.permission_id },
    recursive: wish.recursive ?? false,
    after: readCursor(wish.cursor, projectCursorKey),
    limit: rowsToRead(wish),
  });
  const page = cutPage(found, wish, ({ userId, permissionId }) => [userId, permissionId]);
  return presentList(page, ({ userId, permissionId }) => ({ id: permissionId, user_id: userId }));
}
