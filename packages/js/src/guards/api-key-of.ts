import type { ApiKeyType, TeamApiKey, UserApiKey } from '../api-keys/api-key.ts';
import type { AcceptedApiKey } from '../api-keys/check-api-key.ts';
import { UsageError } from '../errors/latchkey-error.ts';
import type { ServerTeam, ServerUser } from '../users/server-user.ts';

interface AcceptedByKind {
  user: { apiKey: UserApiKey; user: ServerUser };
  team: { apiKey: TeamApiKey; team: ServerTeam };
}

const accepted = new WeakMap<object, AcceptedApiKey>();

/** Remembers whose request it is, for as long as the request lives. */
export function rememberApiKey(request: object, { apiKey, user, team }: AcceptedApiKey): void {
  accepted.set(request, user === undefined ? { apiKey, team } : { apiKey, user });
}

/**
 * The API key that a guard accepted, and its user or team. Say the kind where the guard lets only that one pass. With Hono,
 * hand over the raw request.
 *
 * @throws UsageError when no guard let the request pass, or not with a key of that kind
 * @example
 * import { StackServerApp } from '@latchkey/js';
 * import { apiKeyOf, createApiKeyVerifier, webGuard } from '@latchkey/js/server';
 *
 * const verifier = createApiKeyVerifier(new StackServerApp({ tokenStore: null }), { kinds: ['user'] });
 *
 * export const GET = webGuard(verifier, (request) => {
 *   const { user } = apiKeyOf(request, 'user');
 *   return Response.json({ hello: user.displayName });
 * });
 */
export function apiKeyOf(request: object): AcceptedApiKey;
export function apiKeyOf<Kind extends ApiKeyType>(request: object, kind: Kind): AcceptedByKind[Kind];
export function apiKeyOf(request: object, kind?: ApiKeyType): AcceptedApiKey {
  const known = accepted.get(request);
  if (known === undefined) {
    throw new UsageError('No guard has let this request pass: put one in front of the handler that asks whose it is.');
  }
  if (kind !== undefined && known.apiKey.type !== kind) {
    throw new UsageError(
      `This is the key of a ${known.apiKey.type}: have the verifier let only kinds: ['${kind}'] pass.`,
    );
  }
  return known;
}
