import path from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PlainError } from '../../http/errors.ts';
import { sendError } from '../../http/send-answer.ts';
import { dashboardHeaders } from './dashboard-headers.ts';
import { readPage } from './read-page.ts';

const oneYearMillis = 365 * 24 * 60 * 60 * 1_000;

/** First parts of paths at which people and programs expect something else than a page, so that a typing error is a 404. */
const foreign = new Set(['api', 'assets', 'docs', 'health', 'openapi.json']);

/** The built dashboard: its page at `/` and at every deep link of it, and its files, named by their content, in `/assets`. */
export function dashboard(app: FastifyInstance, { directory }: { directory: string }): void {
  app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: path.join(directory, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      maxAge: oneYearMillis,
      immutable: true,
      index: false,
      dotfiles: 'ignore',
      allowedPath: (pathname) => !pathname.endsWith('/'),
      setHeaders: (response) => {
        for (const [name, value] of Object.entries(dashboardHeaders)) response.setHeader(name, value);
        response.setHeader('vary', 'accept-encoding');
      },
    });
  });

  app.get('/', (request, reply) => sendPage(request, reply, directory));

  app.get('/*', (request, reply) => {
    if (!isDeepLink(request)) {
      reply.callNotFound();
      return reply;
    }
    return sendPage(request, reply, directory);
  });
}

/** Whether a browser goes to an address of the dashboard; `*\/*` is what programs accept, and they want a clear 404. */
function isDeepLink({ url, headers }: FastifyRequest): boolean {
  const [, first = ''] = url.split(/[/?]/, 2);
  return !foreign.has(first) && headers.accept?.includes('text/html') === true;
}

async function sendPage(request: FastifyRequest, reply: FastifyReply, directory: string): Promise<FastifyReply> {
  const page = await readPage(directory);
  if (page === null) {
    const text = 'The dashboard has not been built. Run "npm run build" where this server is installed. The API works.';
    return sendError(request, reply, new PlainError(404, text));
  }
  reply.headers({ ...dashboardHeaders, 'cache-control': 'no-cache', etag: page.etag, vary: 'accept' });
  if (matches(request.headers['if-none-match'], page.etag)) return reply.code(304).send();
  return reply.header('content-type', 'text/html; charset=utf-8').send(page.html);
}

/** RFC 9110 section 13.1.2, by its weak comparison: proxies that compress make a tag weak. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, ''))) === true;
}
