import { routes } from '@latchkey/contract';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Api } from '../../http/endpoint.ts';
import { resolveOwnUserFilter, resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';

const nothing = { items: [], is_paginated: false as const };
const emptyPage = { items: [], is_paginated: true as const, pagination: { next_cursor: null } };

/** Answers what upstream's SDK asks on its own and what this server has nothing to say to. */
export function sdkCompatibility(api: Api, { publicUrl }: Pick<Deps, 'publicUrl'>): void {
  api.on(routes.listBackendUrls, ({ headers }) => {
    // The SDK uses these addresses and no other from here on. An application that reached us under another name, such as
    // that of a container, may not reach the public one; with an error, the SDK stays where it is.
    if (headers.host !== new URL(publicUrl).host) {
      throw new PlainError(404, 'This server knows of no addresses but the one you used.');
    }
    return Promise.resolve({ urls: [publicUrl] });
  });

  api.on(routes.acceptAnalyticsEvents, () => Promise.resolve({ success: true as const }));

  api.on(routes.acceptSessionReplay, () => Promise.resolve({ success: true as const }));

  api.on(routes.listNotificationPreferences, ({ caller, params }) => {
    resolveOwnUserId(caller, params.user_id);
    return Promise.resolve(nothing);
  });

  api.on(routes.listConnectedAccounts, ({ caller, params }) => {
    resolveOwnUserId(caller, params.user_id);
    return Promise.resolve(nothing);
  });

  api.on(routes.listOauthProviders, ({ caller, query }) => {
    resolveOwnUserFilter(caller, query.user_id);
    return Promise.resolve(nothing);
  });

  // Nothing of whoever is asked about goes into these answers, so it need not exist, nor be the caller's.
  api.on(routes.getBilling, () => Promise.resolve({ has_customer: false as const, default_payment_method: null }));

  api.on(routes.listProducts, () => Promise.resolve(emptyPage));

  api.on(routes.listInvoices, () => Promise.resolve(emptyPage));

  api.on(routes.signUpAnonymously, () => {
    throw new KnownError('ANONYMOUS_ACCOUNTS_NOT_ENABLED');
  });
}
