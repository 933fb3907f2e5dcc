import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** A request whose head the server has read and whose body it still waits for. */
export interface SlowRequest {
  /** Sends the body and resolves with the status. */
  finish(): Promise<number | undefined>;
}

/** Begins a POST; the server's `100 Continue` (RFC 9110, section 10.1.1) says that it has begun it too. */
export async function beginSlowRequest(
  url: string,
  headers: Record<string, string>,
  body: object,
): Promise<SlowRequest> {
  const text = JSON.stringify(body);
  const slow = request(url, {
    method: 'POST',
    agent: false,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': text.length, expect: '100-continue' },
  });
  // Of a request that is cut off, nobody needs to be told.
  slow.on('error', () => undefined);
  slow.flushHeaders();
  await once(slow, 'continue');
  return {
    async finish() {
      slow.end(text);
      const [response] = (await once(slow, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    },
  };
}
