import type { KnownErrorCode, KnownErrorDetails } from '@latchkey/contract';
import { KnownError } from '../errors/known-error.ts';
import { RefusedError, UnreachableError } from '../errors/latchkey-error.ts';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  /** Sent as JSON; a URLSearchParams goes as a form. */
  body?: unknown;
}

const maxAttempts = 3;
/** Longer waits are for a person to decide on, not for a call that hangs. */
const maxWaitInSeconds = 5;

/**
 * One call of the API. What can be repeated without harm is: reads that found no server or an overloaded one, and anything
 * the server put off (429) or was not ready for (503) with a short `Retry-After`.
 *
 * @throws KnownError, RefusedError, UnreachableError
 */
export async function sendRequest(request: ApiRequest): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await attemptRequest(request, attempt);
    if (response?.ok === true) return readBody(response);
    const waitInSeconds = response === null ? 0.1 * 4 ** (attempt - 1) : secondsToWait(response);
    if (response !== null && (attempt === maxAttempts || waitInSeconds === null)) throw await errorOf(response);
    await new Promise((resolve) => setTimeout(resolve, (waitInSeconds ?? 0) * 1000));
  }
}

/** Null: there was no answer, and asking again does no harm. */
async function attemptRequest({ method, url, headers, body }: ApiRequest, attempt: number): Promise<Response | null> {
  const isForm = body instanceof URLSearchParams;
  try {
    return await fetch(url, {
      method,
      headers: { ...headers, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch (cause) {
    if (method === 'GET' && attempt < maxAttempts) return null;
    throw new UnreachableError(`The server at ${new URL(url).origin} could not be reached.`, { cause });
  }
}

function secondsToWait(response: Response): number | null {
  if (response.status !== 429 && response.status !== 503) return null;
  const seconds = retryAfterSeconds(response);
  return seconds !== null && seconds <= maxWaitInSeconds ? seconds : null;
}

function retryAfterSeconds(response: Response): number | null {
  const header = response.headers.get('retry-after');
  const seconds = Number(header);
  return header === null || Number.isNaN(seconds) ? null : seconds;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function errorOf(response: Response): Promise<KnownError | RefusedError> {
  const { status } = response;
  const code = response.headers.get('x-stack-known-error');
  const text = await response.text();
  if (code === null) {
    return new RefusedError(text || `The server answered ${status}.`, {
      status,
      retryAfterSeconds: retryAfterSeconds(response),
    });
  }
  const { error, details = {} } = JSON.parse(text) as { error: string; details?: KnownErrorDetails<KnownErrorCode> };
  return new KnownError(code as KnownErrorCode, error, { status, details });
}
