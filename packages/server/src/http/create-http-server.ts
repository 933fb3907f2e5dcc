import { fastify, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Route } from '@latchkey/contract';
import type { Logger } from '../platform/logger.ts';
import { describeError } from '../platform/logger.ts';
import type { Random } from '../platform/random.ts';
import { isDatabaseUnavailable } from '../database/is-database-unavailable.ts';
import { violatedForeignKey } from '../database/violated-constraint.ts';
import { drainOnClose } from './drain-on-close.ts';
import { KnownError, PlainError } from './errors.ts';
import { allRequestHeaders, readHeader } from './header-names.ts';
import { unknownBodyType } from './parse-body.ts';
import { refuseUnreadableRequest } from './refuse-unreadable-request.ts';
import { commonHeaders, sendError } from './send-answer.ts';

const maxBodyBytes = 65_536;

/** For a request to arrive whole: far more than 64 KiB need, and an end to those that trickle in. */
const arrivalLimitMillis = 30_000;

/** Longer than any request of ours takes, shorter than the ten seconds after which containers are killed. */
const drainLimitMillis = 5_000;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export interface HttpServerOptions {
  logger: Logger;
  random: Random;
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
}

/** The web server with what all endpoints share: bodies as bytes, errors, CORS, 404 and 405. */
export function createHttpServer({ logger, random, trustedProxies }: HttpServerOptions): FastifyInstance {
  const answerError = createErrorAnswer(logger);
  const app = fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    requestTimeout: arrivalLimitMillis,
    genReqId: () => random.uuid(),
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    forceCloseConnections: 'idle',
    frameworkErrors: answerError,
    clientErrorHandler: refuseUnreadableRequest,
    rewriteUrl: ({ url = '/' }) => (url.startsWith('/api/latest/') ? `/api/v1/${url.slice(12)}` : url),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
  });
  drainOnClose(app, { limitMillis: drainLimitMillis });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // An expectation that we do not know may be ignored (RFC 9110 section 10.1.1), and then gets an answer like any other.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.setErrorHandler(answerError);
  answerUnknownPaths(app);
  answerPreflights(app);
  answerHealth(app);
  return app;
}

function createErrorAnswer(logger: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const log = (cause: unknown) => logger.error({ request: request.id, ...describeError(cause) }, 'request failed');
    void sendError(request, reply, asGone(error, request) ?? translate(error, log));
  };
}

function answerUnknownPaths(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    void sendError(
      request,
      reply,
      new PlainError(404, 'There is nothing at this address. See /docs for what there is.'),
    );
  });
}

/** What it means that a row refers to one that was deleted since the use case looked; null for other errors. */
function asGone(error: FastifyError, { headers }: FastifyRequest): KnownError | PlainError | null {
  const constraint = violatedForeignKey(error);
  if (constraint === null) return null;
  const project_id = readHeader(headers, 'project-id');
  return constraint.endsWith('_project_id_fkey') && project_id !== undefined
    ? new KnownError('CURRENT_PROJECT_NOT_FOUND', { project_id })
    : new PlainError(409, 'Something that this request refers to was deleted at the same moment. Read it again first.');
}

/** What the caller is told of an error; whatever is our fault is logged, and nothing of it sent. */
function translate(error: FastifyError, log: (cause: unknown) => void): KnownError | PlainError {
  if (error instanceof KnownError || error instanceof PlainError) return error;
  const status = error.statusCode ?? 500;
  if (status === 415) return unknownBodyType();
  if (status === 413) return new PlainError(413, `The body is too large: at most ${maxBodyBytes} bytes.`);
  if (status >= 400 && status < 500) return new PlainError(status, 'The request could not be read.');
  log(error);
  if (isDatabaseUnavailable(error))
    return new PlainError(503, 'The database is busy or not reachable right now. Try again in a moment.', 1);
  return new PlainError(500, 'Something went wrong on our side. The request id in the header finds it in the log.');
}

/** That the process serves; it asks the database nothing, so that a probe never takes a connection. */
function answerHealth(app: FastifyInstance): void {
  app.get('/health', (request, reply) => reply.headers(commonHeaders(request)).send({ status: 'ok' }));
}

function answerPreflights(app: FastifyInstance): void {
  const headers = {
    'access-control-allow-methods': [...methods, 'OPTIONS'].join(', '),
    'access-control-allow-headers': [
      ...allRequestHeaders,
      ...['content-type', 'authorization', 'baggage', 'sentry-trace', 'ngrok-skip-browser-warning'],
    ].join(', '),
    'access-control-max-age': '86400',
  };
  app.options('/api/*', (request, reply) => reply.headers(commonHeaders(request)).headers(headers).send());
}

/** A path that exists answers 405, not 404, to the methods it does not have. */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  const taken = new Map<string, string[]>();
  for (const { path, method } of routes) taken.set(path, [...(taken.get(path) ?? []), method]);
  for (const [path, known] of taken) {
    const others = methods.filter((method) => !known.includes(method));
    if (others.length === 0) continue;
    app.route({
      method: others,
      url: `/api/v1${path}`,
      handler: (request, reply) => {
        const refusal = new PlainError(405, `This address does not take this method, only ${known.join(', ')}.`);
        return sendError(request, reply.header('allow', [...known, 'OPTIONS'].join(', ')), refusal);
      },
    });
  }
}
