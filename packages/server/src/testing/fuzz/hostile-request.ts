import { type Route, routes } from '@latchkey/contract';
import fc from 'fast-check';
import { mutation } from './mutations.ts';
import { bytesOf, draftOf, type RequestDraft } from './request-draft.ts';

/** A request as it is sent, references to the scene aside. */
export interface HostileRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: readonly (readonly [name: string, value: string])[];
  /** One character a byte. */
  body: string;
}

const plainHeaders = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        ...[
          ['authorization', 'Bearer x'],
          ['content-encoding', 'gzip'],
          ['expect', '100-continue'],
          ['expect', 'x'],
        ],
        ...[
          ['accept', 'text/html'],
          ['x-forwarded-for', '::ffff:1.2.3.4, x'],
          ['cookie', 'a=b; a'],
          ['range', 'bytes=1-0'],
        ],
        ...[
          ['if-none-match', '*'],
          ['upgrade', 'websocket'],
          ['x-http-method-override', 'DELETE'],
          ['origin', 'null'],
        ],
      )
      .map((header) => [header as [string, string]]),
  },
);

/** Requests over every route of the table: a fitting one first, then up to three things made wrong with it. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc
  .constantFrom(...Object.values<Route>(routes))
  .chain((route) => fc.tuple(drafts(route), fc.array(mutation, { maxLength: 3 }), plainHeaders))
  .map(([draft, mutations, others]) =>
    write(
      mutations.reduce((mutated, mutate) => mutate(mutated), draft),
      others,
    ),
  );

const draftsByRoute = new Map<Route, fc.Arbitrary<RequestDraft>>();

function drafts(route: Route): fc.Arbitrary<RequestDraft> {
  const made = draftsByRoute.get(route) ?? draftOf(route);
  draftsByRoute.set(route, made);
  return made;
}

function write(draft: RequestDraft, others: readonly (readonly [string, string])[]): HostileRequest {
  const headers = draft.headers.map(([name, value]) => [draft.spelling + name, value] as const);
  const contentType = draft.contentType === null ? [] : [['content-type', draft.contentType] as const];
  return {
    method: draft.method,
    target: [draft.path, draft.query.join('&')].filter((part) => part !== '').join('?'),
    headers: [...headers, ...contentType, ...others],
    body: bytesOf(draft.body),
  };
}

/** The request to read: long runs are counted, bytes are shown as the text that they are meant to be. */
export function describeRequest({ method, target, headers, body }: HostileRequest): string {
  const lines = [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const text = [...lines, '', Buffer.from(body, 'latin1').toString()].join('\n');
  return text.replaceAll(
    /(.{1,8}?)\1{40,}/gsu,
    (run, unit: string) => `«${run.length / unit.length} x ${JSON.stringify(unit)}»`,
  );
}
