import type { RequestLike } from '../http/read-header.ts';
import { admitRequest } from './admit-request.ts';
import type { ApiKeyVerifier } from './api-key-verifier.ts';

/** The part of Node's `ServerResponse` that a refusal needs. */
interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

/**
 * Middleware for Express, and for all that call middleware the same way: nothing behind it runs without a valid API key.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { apiKeyOf, createApiKeyVerifier, expressGuard } from '@latchkey/js/server';
 * import express from 'express';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }));
 * const api = express();
 * api.get('/whoami', expressGuard(verifier), (request, response) => {
 *   const { apiKey } = apiKeyOf(request);
 *   response.json({ owner: apiKey.owner });
 * });
 */
export function expressGuard(verifier: ApiKeyVerifier) {
  return (request: RequestLike, response: NodeResponse, next: (error?: unknown) => void): void => {
    admitRequest(verifier, request)
      .then((refusal) => {
        if (refusal === null) return next();
        // Throws when something else has answered meanwhile, such as a timeout.
        response.writeHead(refusal.status, refusal.headers);
        response.end(refusal.body);
      })
      .catch(next);
  };
}
