import { apiKeyOf, createApiKeyVerifier, nextGuard } from '@latchkey/js/server';
import { listInvoicesOf } from '../../../invoices.ts';
import { stackServerApp } from '../../../stack-server-app.ts';

const verifier = createApiKeyVerifier(stackServerApp, { realm: 'northwind' });

/** A route handler that needs an API key: without a good one it answers 401, and does not run. */
export const GET = nextGuard(verifier, (request) => {
  const { apiKey, user, team } = apiKeyOf(request);
  return Response.json({
    key: apiKey.description,
    owner: { type: apiKey.type, name: team?.displayName ?? user?.displayName ?? user?.primaryEmail },
    invoices: listInvoicesOf(team ?? user),
  });
});
