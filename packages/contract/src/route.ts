import { z } from 'zod';
import type { KnownErrorCode } from './known-errors.ts';

/** Who may call a route: a level includes those above it; wire.md section 2. `none` asks for no project at all. */
export type Access = 'none' | 'client' | 'server' | 'admin';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint, described once: server, OpenAPI, reference page and tests are made from this.
 * `path` is below `/api/v1`, its parameters written as `:name`.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
  Level extends Access = Access,
> {
  method: Method;
  path: string;
  access: Level;
  /** One sentence for the reference page. */
  summary: string;
  /** HTTP status of a success. */
  status: 200 | 201;
  params: Params;
  query: Query;
  body: Body;
  /** What a client may send, where the application's server may send more: any other field is unknown to it. */
  clientBody?: z.ZodType;
  answer: Answer;
  /** The codes special to this route; those of the caller's headers and of the schema go without saying. */
  errors: readonly KnownErrorCode[];
  /** Headers of a success beside those of every answer, or instead of them (`cache-control`). */
  answerHeaders?: Readonly<Record<string, string>>;
  /** Takes any body in any encoding, and does not look at it. */
  ignoresBody?: boolean;
}

/** Takes no field: an unknown property is an error, so "nothing" is a schema too. */
const nothing = z.strictObject({});
type Nothing = typeof nothing;

type Given<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? Schema : Nothing;

/**
 * Describes one endpoint. What the description leaves out (parameters, query, body), the endpoint does not take.
 *
 * @example
 * const getTeam = route({ method: 'GET', path: '/teams/:team_id', access: 'client', summary: 'Reads one team.',
 *   params: z.strictObject({ team_id: id }), answer: team, errors: ['TEAM_NOT_FOUND'] });
 */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  const Level extends Access = Access,
>(description: {
  method: Method;
  path: string;
  access: Level;
  summary: string;
  status?: 200 | 201;
  params?: Params;
  query?: Query;
  body?: Body;
  clientBody?: z.ZodType<z.output<NonNullable<Body>>>;
  answer: Answer;
  errors?: readonly KnownErrorCode[];
  answerHeaders?: Readonly<Record<string, string>>;
  ignoresBody?: boolean;
}): Route<Given<Params>, Given<Query>, Given<Body>, Answer, Level> {
  const { status = 200, params = nothing, query = nothing, body = nothing, errors = [], ...rest } = description;
  return { ...rest, status, errors, params, query, body } as Route<
    Given<Params>,
    Given<Query>,
    Given<Body>,
    Answer,
    Level
  >;
}
