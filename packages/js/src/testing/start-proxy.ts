import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real proxy in front of a server, which counts what goes through and can get in the way. */
export interface Proxy {
  url: string;
  /** The requests that came so far, as `POST /api/v1/path`. */
  seen: string[];
  /** Answers for the server from now on; null: lets everything through. */
  answerWith(answer: { status: number; headers?: Record<string, string>; body?: string } | null): void;
  close(): Promise<unknown>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const seen: string[] = [];
  let instead: Parameters<Proxy['answerWith']>[0] = null;
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${new URL(incoming.url ?? '', target).pathname}`);
    if (instead !== null) {
      incoming.resume();
      outgoing.writeHead(instead.status, instead.headers).end(instead.body);
      return;
    }
    const { method, headers } = incoming;
    const outward = forward(new URL(incoming.url ?? '', target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    outward.on('error', () => outgoing.destroy());
    incoming.pipe(outward);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerWith(answer) {
      instead = answer;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
