import { StackServerApp } from '@latchkey/js';
import { apiKeyOf, createApiKeyVerifier, expressGuard } from '@latchkey/js/server';
import express from 'express';
import { listInvoicesOf } from './invoices.ts';

// The server's address, the project and its server key are in the environment: STACK_API_URL and so on.
const stackServerApp = new StackServerApp({ tokenStore: null });
const verifier = createApiKeyVerifier(stackServerApp, { realm: 'northwind' });

const api = express();

// Whatever is below /v1 needs an API key. A request without a good one is answered with 401, and goes no further.
api.use('/v1', expressGuard(verifier));

api.get('/v1/invoices', (request, response) => {
  const { apiKey, user, team } = apiKeyOf(request);
  response.json({
    key: apiKey.description,
    owner: { type: apiKey.type, name: team?.displayName ?? user?.displayName ?? user?.primaryEmail },
    invoices: listInvoicesOf(team ?? user),
  });
});

const port = Number(process.env.PORT ?? 3000);
api.listen(port, 'localhost', () => {
  console.log(`The API of Northwind listens at http://localhost:${port}/v1/invoices`);
});
