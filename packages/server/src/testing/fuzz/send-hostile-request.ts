import { type Agent, type IncomingHttpHeaders, request as openRequest } from 'node:http';
import type { Scene } from './create-scene.ts';
import type { HostileRequest } from './hostile-request.ts';
import { resolveReferences } from './scene-reference.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Far beyond what any request takes: longer is a hang. */
const patienceMillis = 20_000;

/**
 * Sends a request as it stands, since `fetch` would put right what is wrong with it.
 *
 * @throws Error when there is no answer, or none in time
 */
export function sendHostileRequest(
  agent: Agent,
  url: string,
  { method, target, headers, body }: HostileRequest,
  scene: Scene,
): Promise<Answer> {
  const resolve = (text: string): string => resolveReferences(text, scene);
  const bytes = Buffer.from(resolve(body), 'latin1');
  const { hostname, port } = new URL(url);
  return new Promise((settle, fail) => {
    const outgoing = openRequest(
      { agent, hostname, port, method, path: resolve(target), signal: AbortSignal.timeout(patienceMillis) },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', fail);
        incoming.on('end', () =>
          settle({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', fail);
    for (const [name, values] of groupByName(headers)) outgoing.setHeader(name, values.map(resolve));
    if (bytes.length > 0) outgoing.setHeader('content-length', bytes.length);
    outgoing.end(bytes);
  });
}

function groupByName(headers: HostileRequest['headers']): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of headers) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}
