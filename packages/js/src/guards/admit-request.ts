import { isKnownError } from '../errors/known-error.ts';
import { RefusedError, UnreachableError, UsageError } from '../errors/latchkey-error.ts';
import type { RequestLike } from '../http/read-header.ts';
import { rememberApiKey } from './api-key-of.ts';
import type { ApiKeyVerification, ApiKeyVerifier } from './api-key-verifier.ts';

/** What a request gets instead of its handler. */
export interface Refusal {
  status: 401 | 503;
  headers: Record<string, string>;
  body: string;
}

const refusalText = 'A valid API key is required. Send it as "Authorization: Bearer <key>" or as "X-API-Key: <key>".\n';
const unavailableText = 'API keys cannot be checked right now. Try again in a moment.\n';
const misconfiguredText = 'Latchkey does not let this application check API keys: its project or server key is wrong.';
const failedText = 'API keys could not be checked: what was thrown is no error.';
const defaultRetryInSeconds = 5;

/**
 * Null: the request may pass, and `apiKeyOf` knows it. Else what to answer, which never tells why a key is refused, and never
 * takes a check that failed for a refusal.
 *
 * @throws UsageError when Latchkey does not let the application itself check keys: its server key is wrong
 */
export async function admitRequest(verifier: ApiKeyVerifier, request: RequestLike): Promise<Refusal | null> {
  try {
    const verification = await verifier.verify(request);
    if (!verification.valid) return refuse(verifier, verification.reason);
    rememberApiKey(request, verification);
    return null;
  } catch (error) {
    const retryInSeconds = secondsUntilAvailable(error);
    if (retryInSeconds !== null) return answer(503, unavailableText, { 'retry-after': String(retryInSeconds) });
    // Frameworks answer with the status and the message of an error: what is between Latchkey and the application stays there.
    if (isKnownError(error) || error instanceof RefusedError) throw new UsageError(misconfiguredText, { cause: error });
    // To Express, nothing at all and words such as "route" are no errors: the request would pass.
    throw error instanceof Error ? error : new UsageError(failedText, { cause: error });
  }
}

/** RFC 6750 section 3: no error code where no credential was presented, and the same one for all that were. */
function refuse({ realm }: ApiKeyVerifier, reason: RefusalReason): Refusal {
  const challenge = `Bearer realm="${realm}"${reason === 'missing' ? '' : ', error="invalid_token"'}`;
  return answer(401, refusalText, { 'www-authenticate': challenge });
}

type RefusalReason = Extract<ApiKeyVerification, { valid: false }>['reason'];

/** Null: it is not a matter of time. */
function secondsUntilAvailable(error: unknown): number | null {
  if (error instanceof UnreachableError) return defaultRetryInSeconds;
  if (!(error instanceof RefusedError) || (error.status < 500 && error.status !== 429)) return null;
  return Math.max(1, Math.ceil(error.retryAfterSeconds ?? defaultRetryInSeconds));
}

function answer(status: Refusal['status'], body: string, headers: Record<string, string>): Refusal {
  return {
    status,
    body,
    headers: { ...headers, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' },
  };
}
