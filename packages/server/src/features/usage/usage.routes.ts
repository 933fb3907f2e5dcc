import { routes } from '@latchkey/contract';
import type { Api } from '../../http/endpoint.ts';
import type { Deps } from '../../platform/deps.ts';
import { getOverview } from './get-overview.ts';
import { getUsage } from './get-usage.ts';

export function usage(api: Api, deps: Deps): void {
  api.on(routes.getUsage, async ({ caller, query: { from, to, api_key_id: apiKeyId } }) => {
    const period = { from: new Date(from), to: to === undefined ? deps.clock.now() : new Date(to) };
    return { items: await getUsage(deps, caller, { period, apiKeyId }), is_paginated: false as const };
  });

  api.on(routes.getOverview, ({ caller, query }) => getOverview(deps, caller, query.utc_offset_minutes ?? 0));
}
