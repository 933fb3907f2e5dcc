import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import { presentList } from '../../http/pagination.ts';
import type { Deps } from '../../platform/deps.ts';
import { checkApiKey, createApiKeyLookup } from './check-api-key.ts';
import { findApiKey, getApiKey, getApiKeyOfProject } from './get-api-key.ts';
import { issueApiKey } from './issue-api-key.ts';
import { judgePresentedApiKey } from './judge-presented-api-key.ts';
import { listApiKeysOfOwner, listApiKeysOfProject } from './list-api-keys.ts';
import { presentApiKey, presentTeamApiKey, presentUserApiKey } from './present-api-key.ts';
import { reportLeakedApiKey } from './report-leaked-api-key.ts';
import { revokeApiKeys } from './revoke-api-keys.ts';
import { updateApiKey } from './update-api-key.ts';

export function apiKeys(api: Api, deps: Deps): void {
  userApiKeys(api, deps);
  teamApiKeys(api, deps);
  presentedApiKeys(api, deps);
  projectApiKeys(api, deps);
}

function userApiKeys(api: Api, deps: Deps): void {
  const kind = 'user' as const;

  api.on(routes.createUserApiKey, async ({ caller, body }) => {
    const owner = { kind, id: body.user_id };
    const { key, value } = await issueApiKey(deps, caller, { owner, ...wishFrom(body) });
    return { ...presentUserApiKey(key), value };
  });

  api.on(routes.listUserApiKeys, async ({ caller, query }) => {
    const page = await listApiKeysOfOwner(deps, caller, { kind, id: query.user_id }, query);
    return presentList(page, (key) => presentUserApiKey(key, query.include));
  });

  api.on(routes.getUserApiKey, async ({ caller, params, query }) => {
    const key = await getApiKey(deps, caller, { kind, id: params.api_key_id, ownerId: query.user_id });
    return presentUserApiKey(key, query.include);
  });

  api.on(routes.updateUserApiKey, async ({ caller, params, query, body }) => {
    const reference = { kind, id: params.api_key_id, ownerId: query.user_id };
    return presentUserApiKey(await updateApiKey(deps, caller, reference, changeFrom(body)));
  });
}

function teamApiKeys(api: Api, deps: Deps): void {
  const kind = 'team' as const;

  api.on(routes.createTeamApiKey, async ({ caller, body }) => {
    const owner = { kind, id: body.team_id };
    const { key, value } = await issueApiKey(deps, caller, { owner, ...wishFrom(body) });
    return { ...presentTeamApiKey(key), value };
  });

  api.on(routes.listTeamApiKeys, async ({ caller, query }) => {
    const page = await listApiKeysOfOwner(deps, caller, { kind, id: query.team_id }, query);
    return presentList(page, (key) => presentTeamApiKey(key, query.include));
  });

  api.on(routes.getTeamApiKey, async ({ caller, params, query }) => {
    const key = await getApiKey(deps, caller, { kind, id: params.api_key_id, ownerId: query.team_id });
    return presentTeamApiKey(key, query.include);
  });

  api.on(routes.updateTeamApiKey, async ({ caller, params, query, body }) => {
    const reference = { kind, id: params.api_key_id, ownerId: query.team_id };
    return presentTeamApiKey(await updateApiKey(deps, caller, reference, changeFrom(body)));
  });
}

/** A key that somebody presented: the check, the verdict, the search, the leak report. */
function presentedApiKeys(api: Api, deps: Deps): void {
  const lookup = createApiKeyLookup(deps);

  api.on(routes.checkUserApiKey, async ({ caller, body }) =>
    presentUserApiKey(await checkApiKey(deps, lookup, caller, 'user', body.api_key)),
  );

  api.on(routes.checkTeamApiKey, async ({ caller, body }) =>
    presentTeamApiKey(await checkApiKey(deps, lookup, caller, 'team', body.api_key)),
  );

  api.on(routes.judgeApiKey, ({ caller, body }) => judgePresentedApiKey(deps, lookup, caller, body.api_key));

  api.on(routes.findApiKey, async ({ caller, body }) => {
    const key = await findApiKey(deps, lookup, caller, body.api_key);
    return presentApiKey(key, new Set(['creator', 'usage']));
  });

  api.on(routes.reportLeakedApiKey, async ({ body, ip }) => {
    await reportLeakedApiKey(deps, body.api_key, ip);
    return { success: true as const };
  });
}

function projectApiKeys(api: Api, deps: Deps): void {
  api.on(routes.listApiKeys, async ({ caller, query }) => {
    const page = await listApiKeysOfProject(deps, caller, query);
    return presentList(page, (key) => presentApiKey(key, query.include));
  });

  api.on(routes.getApiKey, async ({ caller, params, query }) =>
    presentApiKey(await getApiKeyOfProject(deps, caller, params.api_key_id), query.include),
  );

  api.on(routes.revokeApiKeys, async ({ caller, body }) => ({ items: await revokeApiKeys(deps, caller, body.ids) }));
}

function wishFrom(body: { description: string; expires_at_millis: number | null; is_public?: boolean | undefined }) {
  return {
    description: body.description,
    expiresAt: dateFrom(body.expires_at_millis) ?? null,
    isPublic: body.is_public ?? false,
  };
}

function changeFrom(body: {
  description?: string | undefined;
  revoked?: true | undefined;
  expires_at_millis?: number | null | undefined;
  expiresAt?: number | string | null | undefined;
}) {
  const { description, revoked, expires_at_millis, expiresAt = expires_at_millis } = body;
  return { description, revoked, expiresAt: dateFrom(expiresAt) };
}

/** Null stays null and undefined undefined: "never" and "not said" are different. */
function dateFrom(moment: number | string | null | undefined): Date | null | undefined {
  return moment === null || moment === undefined ? moment : new Date(moment);
}
