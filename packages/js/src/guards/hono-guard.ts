import { admitRequest } from './admit-request.ts';
import type { ApiKeyVerifier } from './api-key-verifier.ts';

/** The part of Hono's context that the guard needs. */
interface HonoContext {
  req: { raw: Request };
}

/**
 * Middleware for Hono: nothing behind it runs without a valid API key.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { apiKeyOf, createApiKeyVerifier, honoGuard } from '@latchkey/js/server';
 * import { Hono } from 'hono';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }));
 * const api = new Hono();
 * api.use(honoGuard(verifier));
 * api.get('/whoami', (context) => context.json({ owner: apiKeyOf(context.req.raw).apiKey.owner }));
 */
export function honoGuard(verifier: ApiKeyVerifier) {
  return async ({ req }: HonoContext, next: () => Promise<void>): Promise<Response | undefined> => {
    const refusal = await admitRequest(verifier, req.raw);
    if (refusal !== null) return new Response(refusal.body, refusal);
    await next();
    return undefined;
  };
}
