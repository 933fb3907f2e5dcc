import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { apiKeyOf, type ApiKeyVerifier, expressGuard, fastifyGuard, honoGuard, webGuard } from '../server.ts';

/** One API, protected in the way of one framework, on a real port. */
export interface GuardedApi {
  framework: string;
  url: string;
  /** How often the handler ran. */
  runs(): number;
  close(): Promise<unknown>;
}

/** The same API on each framework: it answers whose key it was called with. */
export async function startGuardedApis(verifier: ApiKeyVerifier): Promise<GuardedApi[]> {
  return Promise.all([onExpress(verifier), onFastify(verifier), onHono(verifier), onWebHandlers(verifier)]);
}

function countedHandler() {
  let runs = 0;
  return {
    runs: () => runs,
    handle(request: object) {
      runs += 1;
      const { user, team } = apiKeyOf(request);
      return { user: user?.id, team: team?.id };
    },
  };
}

async function onExpress(verifier: ApiKeyVerifier): Promise<GuardedApi> {
  const { runs, handle } = countedHandler();
  const app = express();
  app.all('/whoami', expressGuard(verifier), (request, response) => {
    response.json(handle(request));
  });
  return { framework: 'express', runs, ...(await listen(app)) };
}

async function onFastify(verifier: ApiKeyVerifier): Promise<GuardedApi> {
  const { runs, handle } = countedHandler();
  const app = fastify();
  app.all('/whoami', { onRequest: fastifyGuard(verifier) }, (request) => handle(request));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { framework: 'fastify', runs, url: `${url}/whoami`, close: () => app.close() };
}

async function onHono(verifier: ApiKeyVerifier): Promise<GuardedApi> {
  const { runs, handle } = countedHandler();
  const app = new Hono();
  app.use(honoGuard(verifier));
  app.all('/whoami', (context) => context.json(handle(context.req.raw)));
  return { framework: 'hono', runs, ...(await listen(webListener((request) => app.fetch(request)))) };
}

async function onWebHandlers(verifier: ApiKeyVerifier): Promise<GuardedApi> {
  const { runs, handle } = countedHandler();
  const handler = webGuard(verifier, (request: Request, context: { name: string }) =>
    Response.json({ ...handle(request), context }),
  );
  const listener = webListener((request) => handler(request, { name: 'whoami' }));
  return { framework: 'web handlers', runs, ...(await listen(listener)) };
}

/** Hands web-standard requests to a handler, as the runtimes do that Hono and Next.js run on. */
function webListener(handle: (request: Request) => Response | Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    void (async () => {
      const response = await handle(toWebRequest(incoming));
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(await response.text());
    })();
  };
}

function toWebRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
  }
  const { method = 'GET', url = '/' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : Readable.toWeb(incoming);
  return new Request(`http://localhost${url}`, { method, headers, body, duplex: 'half' } as RequestInit);
}

async function listen(listener: RequestListener): Promise<{ url: string; close(): Promise<unknown> }> {
  const server: Server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/whoami`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
