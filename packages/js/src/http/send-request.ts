import type { KnownErrorCode, KnownErrorDetails } from '@latchkey/contract/known-errors';
import { KnownError } from '../errors/known-error.ts';
import { RefusedError, UnreachableError, UsageError } from '../errors/latchkey-error.ts';

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
  isOk: boolean;
  status: number;
  headers: Headers;
  text: string;
}

const maxAttempts = 3;
/** Longer waits are for a person to decide on, not for a call that hangs. */
const maxWaitInSeconds = 5;
/** What the value of a header can hold (RFC 9110 section 5.5). */
const headerPattern = /^[\t -~\u0080-\u00ff]*$/;
/** Longer than the server gives itself for a statement: its own answer comes first. */
const timeoutInMillis = 20_000;

/**
 * One call of the API. What can be repeated without harm is: reads that found no server or an overloaded one, and anything
 * the server put off (429) or was not ready for (503) with a short `Retry-After`.
 *
 * @throws KnownError, RefusedError, UnreachableError; UsageError when a header cannot hold its value
 */
export async function sendRequest(request: ApiRequest): Promise<unknown> {
  const init = toInit(request);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await attemptRequest(request, init, attempt);
    if (answer !== null && answer.isOk) return parseJson(answer);
    const waitInSeconds = answer === null ? 0.1 * 4 ** (attempt - 1) : secondsToWait(answer);
    if (answer !== null && (attempt === maxAttempts || waitInSeconds === null)) throw errorOf(answer);
    await new Promise((resolve) => setTimeout(resolve, (waitInSeconds ?? 0) * 1000));
  }
}

function toInit({ method, headers, body }: ApiRequest): RequestInit {
  for (const [name, value] of Object.entries(headers)) {
    // The platform's own error would tell the value, which may be a secret.
    if (!headerPattern.test(value.trim()))
      throw new UsageError(`What is to go in the header ${name} is no text for it.`);
  }
  const isForm = body instanceof URLSearchParams;
  return {
    method,
    headers: { ...headers, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    // The API never sends anybody elsewhere, and keys would go along.
    redirect: 'manual',
  };
}

/** Null: there was no answer, and asking again does no harm. */
async function attemptRequest(request: ApiRequest, init: RequestInit, attempt: number): Promise<Answer | null> {
  const { method, url, isRepeatable = method === 'GET' } = request;
  const signal = AbortSignal.timeout(timeoutInMillis);
  try {
    const response = await fetch(url, { ...init, signal });
    const { ok: isOk, status, headers } = response;
    return { isOk, status, headers, text: await response.text() };
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
  if (code === null) return refusal(answer.text || wordsFor(answer), answer);
  const { error, details = {} } = parseJson(answer) as { error: string; details?: KnownErrorDetails<KnownErrorCode> };
  return new KnownError(code as KnownErrorCode, error, { status: answer.status, details });
}

function wordsFor({ status }: Answer): string {
  // A browser does not tell the status of a redirect.
  const isRedirect = status === 0 || (status >= 300 && status < 400);
  return isRedirect
    ? 'What answered leads elsewhere: check the address of the server.'
    : `The server answered ${status}.`;
}

function refusal(message: string, answer: Answer): RefusedError {
  return new RefusedError(message, { status: answer.status, retryAfterSeconds: retryAfterSeconds(answer) });
}
