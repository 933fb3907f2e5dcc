import { z } from 'zod';
import { route } from './route.ts';
import { id, idOrMe, listOf, page, success } from './shapes.ts';

/** What upstream's SDK calls on its own and what has nothing to say here: each answer keeps the SDK content. */
const nothingYet = listOf(z.never());

/** Upstream's SDK reads the cursor of these lists without looking whether there is one. */
const emptyPage = z.strictObject({
  items: z.array(z.never()),
  is_paginated: z.literal(true),
  pagination: z.strictObject({ next_cursor: z.null() }),
});

const customer = z.strictObject({ customer_type: z.enum(['user', 'team']), customer_id: id });

export const sdkCompatibilityRoutes = {
  listBackendUrls: route({
    method: 'GET',
    path: '/internal/backend-urls',
    access: 'none',
    summary:
      'The addresses at which this server can be reached, for clients that were configured through the environment.',
    answer: z.strictObject({ urls: z.array(z.string()) }),
  }),
  acceptAnalyticsEvents: route({
    method: 'POST',
    path: '/analytics/events/batch',
    access: 'none',
    summary: 'Takes the events that upstream’s SDK sends from browsers, and keeps nothing.',
    answer: success,
    ignoresBody: true,
  }),
  acceptSessionReplay: route({
    method: 'POST',
    path: '/session-replays/batch',
    access: 'none',
    summary: 'Takes the recordings that upstream’s SDK sends from browsers, and keeps nothing.',
    answer: success,
    ignoresBody: true,
  }),
  listNotificationPreferences: route({
    method: 'GET',
    path: '/emails/notification-preference/:user_id',
    access: 'client',
    summary: 'Lists the kinds of mail a user can switch off; there are none.',
    params: z.strictObject({ user_id: idOrMe }),
    answer: nothingYet,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  listConnectedAccounts: route({
    method: 'GET',
    path: '/connected-accounts/:user_id',
    access: 'client',
    summary: 'Lists the accounts at OAuth providers that a user has connected; there are none.',
    params: z.strictObject({ user_id: idOrMe }),
    answer: nothingYet,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  listOauthProviders: route({
    method: 'GET',
    path: '/oauth-providers',
    access: 'client',
    summary: 'Lists the OAuth providers a user signs in with; there are none.',
    query: z.strictObject({ user_id: idOrMe.optional() }),
    answer: nothingYet,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  getBilling: route({
    method: 'GET',
    path: '/payments/billing/:customer_type/:customer_id',
    access: 'client',
    summary: 'Tells that nobody is billed here, whoever is asked about: there are no payments.',
    params: customer,
    answer: z.strictObject({ has_customer: z.literal(false), default_payment_method: z.null() }),
  }),
  listProducts: route({
    method: 'GET',
    path: '/payments/products/:customer_type/:customer_id',
    access: 'client',
    summary: 'Lists what a user or a team has bought: nothing, whoever is asked about.',
    params: customer,
    query: z.strictObject(page),
    answer: emptyPage,
  }),
  listInvoices: route({
    method: 'GET',
    path: '/payments/invoices/:customer_type/:customer_id',
    access: 'client',
    summary: 'Lists the invoices of a user or a team: none, whoever is asked about.',
    params: customer,
    query: z.strictObject(page),
    answer: emptyPage,
  }),
  signUpAnonymously: route({
    method: 'POST',
    path: '/auth/anonymous/sign-up',
    access: 'client',
    summary: 'Always refuses: there are no anonymous accounts.',
    answer: z.never(),
    errors: ['ANONYMOUS_ACCOUNTS_NOT_ENABLED'],
  }),
};
