import type { KnownErrorCode, KnownErrorDetails } from '@latchkey/contract/known-errors';
import { KnownError } from '../errors/known-error.ts';
import { RefusedError, UnreachableError } from '../errors/latchkey-error.ts';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  /** Sent as JSON; a URLSearchParams goes as a form. */
  body?: unknown;
  /** Whether it can be sent twice without harm, though no answer tells whether it arrived. Default: reads can. */
  isRepeatable?: boolean;
}

/** An answer that was read to its end. */
interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

const maxAttempts = 3;
/** Longer waits are for a person to decide on, not for a call that hangs. */
const maxWaitInSeconds = 5;
/** Longer than the server gives itself for a statement: its own answer comes first. */
const timeoutInMillis = 20_000;

/**
 * One call of the API. What can be repeated without harm is: reads that found no server or an overloaded one, and anything
 * the server put off (429) or was not ready for (503) with a short `Retry-After`.
 *
 * @throws KnownError, RefusedError, UnreachableError
 */
export async function sendRequest(request: ApiRequest): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptRequest(request, attempt);
    if (answer !== null && answer.status < 300) return parseJson(answer);
    const waitInSeconds = answer === null ? 0.1 * 4 ** (attempt - 1) : secondsToWait(answer);
    if (answer !== null && (attempt === maxAttempts || waitInSeconds === null)) throw errorOf(answer);
    await new Promise((resolve) => setTimeout(resolve, (waitInSeconds ?? 0) * 1000));
  }
}

/** Null: there was no answer, and asking again does no harm. */
async function attemptRequest(request: ApiRequest, attempt: number): Promise<Answer | null> {
  const { method, url, headers, body, isRepeatable = method === 'GET' } = request;
  const isForm = body instanceof URLSearchParams;
  const signal = AbortSignal.timeout(timeoutInMillis);
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (isRepeatable && attempt < maxAttempts && !signal.aborted) return null;
    throw new UnreachableError(`The server at ${new URL(url).origin} could not be reached.`, { cause });
  }
}

function secondsToWait(answer: Answer): number | null {
  if (answer.status !== 429 && answer.status !== 503) return null;
  const seconds = retryAfterSeconds(answer);
  return seconds !== null && seconds <= maxWaitInSeconds ? seconds : null;
}

function retryAfterSeconds({ headers }: Answer): number | null {
  const header = headers.get('retry-after');
  const seconds = Number(header);
  return header === null || Number.isNaN(seconds) ? null : seconds;
}

function parseJson(answer: Answer): unknown {
  if (answer.text === '') return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    throw refusal('What answered is not Latchkey: check the address of the server.', answer);
  }
}

function errorOf(answer: Answer): KnownError | RefusedError {
  const code = answer.headers.get('x-stack-known-error');
  if (code === null) return refusal(answer.text || `The server answered ${answer.status}.`, answer);
  const { error, details = {} } = parseJson(answer) as { error: string; details?: KnownErrorDetails<KnownErrorCode> };
  return new KnownError(code as KnownErrorCode, error, { status: answer.status, details });
}

function refusal(message: string, answer: Answer): RefusedError {
  return new RefusedError(message, { status: answer.status, retryAfterSeconds: retryAfterSeconds(answer) });
}
