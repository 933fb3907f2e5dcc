import { admitRequest } from './admit-request.ts';
import type { ApiKeyVerifier } from './api-key-verifier.ts';

/**
 * A handler of web-standard requests that runs with a valid API key only. Whatever follows the request, such as the context
 * of a route handler of Next.js, is handed on.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { apiKeyOf, createApiKeyVerifier, webGuard } from '@latchkey/js/server';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }));
 *
 * export const GET = webGuard(verifier, (request) => Response.json({ owner: apiKeyOf(request).apiKey.owner }));
 */
export function webGuard<Incoming extends Request, Rest extends unknown[]>(
  verifier: ApiKeyVerifier,
  handler: (request: Incoming, ...rest: Rest) => Response | Promise<Response>,
) {
  return async (request: Incoming, ...rest: Rest): Promise<Response> => {
    const refusal = await admitRequest(verifier, request);
    return refusal === null ? handler(request, ...rest) : new Response(refusal.body, refusal);
  };
}
