import { routes } from '@latchkey/contract';
import { type Caller, isServer } from '../../http/caller.ts';
import type { Api } from '../../http/endpoint.ts';
import { resolveUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { throttleNamedEmail } from '../contact-channels/index.ts';
import { addUser } from './add-user.ts';
import { deleteUser, requireUserDeletionAllowed } from './delete-user.ts';
import { getUser } from './find-user.ts';
import { listUsers } from './list-users.ts';
import { presentClientUser, presentUser } from './present-user.ts';
import { updateUser } from './update-user.ts';
import type { UserRecord } from './users.queries.ts';

export function users(api: Api, deps: Deps): void {
  api.on(routes.createUser, async ({ caller: { project }, body }) =>
    presentUser(await addUser(deps, project, body), project),
  );

  api.on(routes.listUsers, async ({ caller: { project }, query }) => {
    const { users, next } = await listUsers(deps.db, project, query);
    return {
      items: users.map(({ counts, ...user }) => ({ ...presentUser(user, project), ...(counts && { counts }) })),
      is_paginated: true,
      pagination: { next_cursor: next },
    };
  });

  api.on(routes.getOwnUser, async ({ caller }) => {
    const userId = resolveUserId(caller, 'me');
    return presentTo(caller, await getUser(deps.db, { project: caller.project, userId }));
  });

  api.on(routes.updateOwnUser, async ({ caller, body, ip }) => {
    const userId = resolveUserId(caller, 'me');
    await throttleNamedEmail(deps, caller, { email: body.primary_email, ip });
    return presentTo(caller, await updateUser(deps, caller.project, userId, body));
  });

  api.on(routes.deleteOwnUser, async ({ caller }) => {
    const userId = resolveUserId(caller, 'me');
    requireUserDeletionAllowed(caller);
    await deleteUser(deps, caller.project, userId);
    return { success: true as const };
  });

  api.on(routes.getUser, async ({ caller: { project }, params }) =>
    presentUser(await getUser(deps.db, { project, userId: params.user_id }), project),
  );

  api.on(routes.updateUser, async ({ caller: { project }, params, body }) =>
    presentUser(await updateUser(deps, project, params.user_id, body), project),
  );

  api.on(routes.deleteUser, async ({ caller: { project }, params }) => {
    await deleteUser(deps, project, params.user_id);
    return { success: true as const };
  });
}

function presentTo(caller: Caller, user: UserRecord) {
  return isServer(caller) ? presentUser(user, caller.project) : presentClientUser(user, caller.project);
}
