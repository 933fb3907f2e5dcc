import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { type Access, possibleErrors, type Route } from '@latchkey/contract';
import type { z } from 'zod';
import type { Caller } from './caller.ts';
import { KnownError } from './errors.ts';
import { type CallerSource, identifyCaller } from './identify-caller.ts';
import { parseBody } from './parse-body.ts';
import { sendAnswer } from './send-answer.ts';
import { describeProblems, type Part } from './schema-problems.ts';

/** A request that has passed its route's access level and schema. */
export interface EndpointRequest<R extends Route> {
  caller: R['access'] extends 'none' ? undefined : Caller;
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
  headers: IncomingHttpHeaders;
  /** The client's address, behind trusted proxies the one they name. */
  ip: string;
}

export type Handler<R extends Route> = (request: EndpointRequest<R>) => Promise<z.input<R['answer']>>;

/** Where features mount their endpoints. */
export interface Api {
  on<R extends Route>(route: R, handler: Handler<R>): void;
}

export interface ApiOptions {
  source: CallerSource;
  /** Holds every answer, refusals included, against its route; tests switch it on, since it costs time. */
  verifyAnswers: boolean;
}

/** The API below `/api/v1`: each endpoint identifies its caller, parses, calls, answers, in this order. */
export function createApi(app: FastifyInstance, { source, verifyAnswers }: ApiOptions): Api {
  return {
    on: (route, handler) => {
      const answer = async (request: FastifyRequest): Promise<unknown> => {
        const caller = await callerOf(source, request, route.access);
        const parsed = parseRequest(route, request, caller);
        return handler({ ...parsed, caller, headers: request.headers, ip: request.ip } as never);
      };
      app.route({
        method: route.method,
        url: `/api/v1${route.path}`,
        handler: async (request, reply) => {
          const answered = answer(request);
          return sendAnswer(request, reply, route, await (verifyAnswers ? verified(route, answered) : answered));
        },
      });
    },
  };
}

async function verified(route: Route, answered: Promise<unknown>): Promise<unknown> {
  const answer = await answered.catch((error: unknown) => {
    requireNamed(route, error);
    throw error;
  });
  route.answer.parse(answer);
  return answer;
}

function requireNamed(route: Route, error: unknown): void {
  if (!(error instanceof KnownError)) return;
  const { code } = error as KnownError;
  if (!possibleErrors(route).has(code))
    throw new Error(`${route.method} ${route.path} does not name ${code} among its errors`);
}

function callerOf(source: CallerSource, request: FastifyRequest, access: Access): Promise<Caller> | undefined {
  return access === 'none' ? undefined : identifyCaller(source, request.headers, access);
}

function parseRequest(route: Route, request: FastifyRequest, caller: Caller | undefined): Record<Part, unknown> {
  const given = {
    params: request.params,
    query: request.query,
    body: takesBody(route) ? parseBody(request.headers['content-type'], request.body) : {},
  };
  const schemas = { ...route, body: bodyOf(route, caller) };
  const problems: string[] = [];
  const parse = (part: Part): unknown => {
    const result = schemas[part].safeParse(given[part]);
    if (!result.success) problems.push(...describeProblems(part, given[part], result.error));
    return result.data;
  };
  const parsed = { params: parse('params'), query: parse('query'), body: parse('body') };
  if (problems.length > 0) throw schemaError(request, problems);
  return parsed;
}

function bodyOf({ body, clientBody }: Route, caller: Caller | undefined): z.ZodType {
  return caller?.access === 'client' ? (clientBody ?? body) : body;
}

function takesBody(route: Route): boolean {
  return route.method !== 'GET' && route.ignoresBody !== true;
}

function schemaError(request: FastifyRequest, problems: string[]): KnownError<'SCHEMA_ERROR'> {
  const [path] = request.originalUrl.split('?', 1);
  const message = `${request.method} ${path} does not accept this request: ${problems.slice(0, 50).join('; ')}.`;
  return new KnownError('SCHEMA_ERROR', { message });
}
