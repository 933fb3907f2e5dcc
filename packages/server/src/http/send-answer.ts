import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '@latchkey/contract';
import { type KnownError, PlainError } from './errors.ts';
import { bothSpellings, readHeader, spellingOf } from './header-names.ts';

const exposedHeaders = ['content-type', 'retry-after', ...bothSpellings(['actual-status', 'known-error'])].join(', ');

/** The headers of every answer; wire.md section 1. */
export function commonHeaders({ headers, id }: FastifyRequest): Record<string, string> {
  return {
    'cache-control': 'no-store, max-age=0',
    [`${spellingOf(headers)}request-id`]: id,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders,
  };
}

export function sendAnswer(request: FastifyRequest, reply: FastifyReply, route: Route, answer: unknown): FastifyReply {
  reply.code(route.status).headers(commonHeaders(request));
  if (route.answerHeaders !== undefined) reply.headers(route.answerHeaders);
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
}

/** Sends an error in the form of wire.md section 3; a 4xx goes out as 200 where the client asked for that. */
export function sendError(request: FastifyRequest, reply: FastifyReply, error: KnownError | PlainError): FastifyReply {
  const spelling = spellingOf(request.headers);
  reply.headers(commonHeaders(request));
  const hidesStatus = error.status < 500 && readHeader(request.headers, 'override-error-status') !== undefined;
  reply.code(hidesStatus ? 200 : error.status);
  if (hidesStatus) reply.header(`${spelling}actual-status`, String(error.status));
  if (error instanceof PlainError) {
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
    return reply.header('content-type', 'text/plain; charset=utf-8').send(error.message);
  }
  reply.header(`${spelling}known-error`, error.code);
  const text = error.details !== undefined && 'message' in error.details ? error.details.message : error.message;
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify({ code: error.code, details: error.details, error: text }));
}
