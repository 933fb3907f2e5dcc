import type { Route } from '@latchkey/contract';
import fc from 'fast-check';
import { type CallerHeader, callerHeaders } from './callers.ts';
import { type JsonTree, writeJson, writePlain } from './json-tree.ts';
import { valueOf } from './value-of-schema.ts';

/** A request in parts that mutations can take hold of. */
export interface RequestDraft {
  method: string;
  /** As sent, percent-encoded. */
  path: string;
  /** As sent, `name=value`. */
  query: readonly string[];
  headers: readonly CallerHeader[];
  spelling: 'x-stack-' | 'x-hexclave-';
  contentType: string | null;
  /** A document to be written, or bytes as they are, one character a byte. */
  body: JsonTree | { bytes: string } | null;
}

/** Requests that a route would take, or refuse for who asks; they are what mutations start from. */
export function draftOf(route: Route): fc.Arbitrary<RequestDraft> {
  return fc
    .record({
      params: valueOf(route.params),
      query: valueOf(route.query),
      body: fc.oneof(...[route.body, route.clientBody ?? route.body].map(valueOf)),
      headers: callerHeaders(route),
      spelling: fc.constantFrom('x-stack-' as const, 'x-hexclave-' as const),
      format: fc.oneof({ weight: 9, arbitrary: fc.constant('json') }, { weight: 1, arbitrary: fc.constant('form') }),
    })
    .map(({ params, query, body, headers, spelling, format }) => ({
      method: route.method,
      path: `/api/v1${fillPath(route.path, params)}`,
      query: pairsOf(query),
      headers,
      spelling,
      ...(route.method === 'GET' ? { contentType: null, body: null } : encode(body, format)),
    }));
}

function encode(body: JsonTree, format: string): Pick<RequestDraft, 'contentType' | 'body'> {
  return format === 'form'
    ? { contentType: 'application/x-www-form-urlencoded', body: { bytes: pairsOf(body).join('&') } }
    : { contentType: 'application/json', body };
}

/** The body as it is sent, one character a byte. */
export function bytesOf(body: RequestDraft['body']): string {
  if (body === null) return '';
  return 'bytes' in body ? body.bytes : Buffer.from(writeJson(body)).toString('latin1');
}

export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function fillPath(path: string, params: JsonTree): string {
  const values = new Map('entries' in params ? params.entries : []);
  return path.replaceAll(/:(\w+)/g, (whole, name: string) => {
    const value = values.get(name);
    return value === undefined ? whole : percentEncode(writePlain(value));
  });
}

function pairsOf(tree: JsonTree): string[] {
  if (!('entries' in tree)) return [];
  return tree.entries.map(([name, value]) => `${percentEncode(name)}=${percentEncode(writePlain(value))}`);
}
