import type { ApiKeyType } from '../api-keys/api-key.ts';
import type { AcceptedApiKey, ApiKeyRefusal } from '../api-keys/check-api-key.ts';
import type { StackServerApp } from '../apps/server-app.ts';
import { UsageError } from '../errors/latchkey-error.ts';
import type { RequestLike } from '../http/read-header.ts';
import { readPresentedKey } from './read-presented-key.ts';

/** What a verifier lets pass, and what it calls itself. */
export interface ApiKeyVerifierOptions {
  /** Whose keys open the API. Default: those of users and of teams. */
  kinds?: readonly ApiKeyType[];
  /** What the key opens, as refusals name it in `WWW-Authenticate`; printable ASCII. Default: `api`. */
  realm?: string;
}

/** Whose request it is, or, for your logs alone, why it is refused. */
export type ApiKeyVerification =
  ({ valid: true } & AcceptedApiKey) | { valid: false; reason: 'missing' | 'ambiguous' | 'wrong_kind' | ApiKeyRefusal };

/** Tells by the API key of a request whose it is. */
export interface ApiKeyVerifier {
  readonly realm: string;
  /**
   * Reads the key from `Authorization: Bearer` or `X-API-Key`, and checks it in one round trip.
   *
   * @throws UnreachableError, RefusedError when Latchkey cannot say; KnownError when it does not take the application's own key
   */
  verify(request: RequestLike): Promise<ApiKeyVerification>;
}

/**
 * Makes what the guards of an API stand on.
 *
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { createApiKeyVerifier } from '@latchkey/js/server';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }), { kinds: ['user'], realm: 'weather' });
 *
 * export async function handle(request: Request): Promise<Response> {
 *   const verification = await verifier.verify(request);
 *   if (verification.valid) return Response.json({ hello: verification.user?.displayName });
 *   console.log(`refused: ${verification.reason}`);
 *   return new Response('A valid API key is required.', { status: 401 });
 * }
 */
export function createApiKeyVerifier(
  stackServerApp: Pick<StackServerApp, 'checkApiKey'>,
  { kinds = ['user', 'team'], realm = 'api' }: ApiKeyVerifierOptions = {},
): ApiKeyVerifier {
  // What is no character of a quoted string (RFC 9110 section 5.6.4) would break the header of every refusal.
  if (!/^[ !#-[\]-~]*$/.test(realm)) {
    throw new UsageError('A realm consists of printable ASCII characters other than " and \\.');
  }
  return {
    realm,
    async verify(request) {
      const presented = readPresentedKey(request);
      if ('reason' in presented) return { valid: false, reason: presented.reason };
      const verdict = await stackServerApp.checkApiKey(presented.key);
      const isWrongKind = verdict.valid && !kinds.includes(verdict.apiKey.type);
      return isWrongKind ? { valid: false, reason: 'wrong_kind' } : verdict;
    },
  };
}
