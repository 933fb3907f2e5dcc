import type { RequestLike } from '../http/read-header.ts';
import { admitRequest } from './admit-request.ts';
import type { ApiKeyVerifier } from './api-key-verifier.ts';

/** The part of Fastify's reply that a refusal needs. */
interface FastifyReplyLike {
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(body: string): unknown;
}

/**
 * An `onRequest` hook for Fastify, of one route or of all: nothing behind it runs without a valid API key.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { apiKeyOf, createApiKeyVerifier, fastifyGuard } from '@latchkey/js/server';
 * import { fastify } from 'fastify';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }));
 * const api = fastify();
 * api.get('/whoami', { onRequest: fastifyGuard(verifier) }, (request) => ({ owner: apiKeyOf(request).apiKey.owner }));
 */
export function fastifyGuard(verifier: ApiKeyVerifier) {
  return async (request: RequestLike, reply: FastifyReplyLike): Promise<unknown> => {
    const refusal = await admitRequest(verifier, request);
    if (refusal === null) return undefined;
    reply.code(refusal.status);
    reply.headers(refusal.headers);
    // Fastify goes no further once it is handed the reply that was sent.
    return reply.send(refusal.body);
  };
}
