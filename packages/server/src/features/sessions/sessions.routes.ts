import { routes } from '@latchkey/contract';
import type { Caller } from '../../http/caller.ts';
import type { Api } from '../../http/endpoint.ts';
import { readHeader } from '../../http/header-names.ts';
import { presentList } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { createProjectLookup } from '../project-keys/index.ts';
import { endCurrentSession, endSession } from './end-session.ts';
import { exchangeRefreshToken } from './exchange-refresh-token.ts';
import { listSessions } from './list-sessions.ts';
import { listSigningKeys } from './list-signing-keys.ts';
import { refreshSession } from './refresh-session.ts';
import type { ListedSession } from './sessions.queries.ts';
import { startSession } from './start-session.ts';
import type { TokenKind } from './token-audience.ts';

export function sessions(api: Api, deps: Deps): void {
  const findProject = createProjectLookup(deps);

  api.on(routes.listSigningKeys, async ({ params, query }) => {
    const kinds: TokenKind[] = ['normal'];
    if (query.include_restricted || query.include_anonymous) kinds.push('restricted');
    if (query.include_anonymous) kinds.push('anonymous');
    return { keys: await listSigningKeys(deps, findProject, { projectId: params.project_id, kinds }) };
  });

  api.on(routes.exchangeRefreshToken, async ({ body }) => {
    const { accessToken, expiresInSeconds } = await exchangeRefreshToken(deps, findProject, body);
    return {
      access_token: accessToken,
      refresh_token: body.refresh_token,
      token_type: 'Bearer' as const,
      expires_in: expiresInSeconds,
      scope: 'legacy' as const,
      is_new_user: false as const,
      newUser: false as const,
      after_callback_redirect_url: null,
      afterCallbackRedirectUrl: null,
    };
  });

  api.on(routes.createSession, async ({ caller, body }) => {
    const { accessToken, refreshToken } = await startSession(deps, deps.db, {
      project: caller.project,
      userId: body.user_id,
      lifetimeMillis: body.expires_in_millis,
      isImpersonation: body.is_impersonation,
    });
    return { access_token: accessToken, refresh_token: refreshToken };
  });

  api.on(routes.listSessions, async ({ caller, query }) => {
    const page = await listSessions(deps, caller, { userId: query.user_id, limit: query.limit, cursor: query.cursor });
    return presentList(page, (session) => presentSession(session, caller));
  });

  api.on(routes.deleteCurrentSession, async ({ caller }) => {
    await endCurrentSession(deps, caller);
    return { success: true as const };
  });

  api.on(routes.deleteSession, async ({ caller, params, query }) => {
    await endSession(deps, caller, { id: params.session_id, ofUser: query.user_id });
    return { success: true as const };
  });

  api.on(routes.refreshCurrentSession, async ({ caller, headers }) => {
    const { accessToken } = await refreshSession(deps, caller.project, readHeader(headers, 'refresh-token'));
    return { access_token: accessToken };
  });
}

function presentSession(session: ListedSession, caller: Caller) {
  return {
    id: session.id,
    user_id: session.userId,
    created_at: session.createdAt.getTime(),
    is_impersonation: session.isImpersonation,
    last_used_at: session.lastUsedAt.getTime(),
    ...(caller.session !== null && { is_current_session: session.id === caller.session.id }),
  };
}
