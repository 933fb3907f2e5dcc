import type { IncomingHttpHeaders } from 'node:http';

/** Every custom request header has two names: older clients say `x-stack-…`, newer ones `x-hexclave-…`. */
const spellings = ['x-stack-', 'x-hexclave-'] as const;
export type Spelling = (typeof spellings)[number];

const requestHeaders = [
  'access-type',
  'project-id',
  'branch-id',
  'publishable-client-key',
  'secret-server-key',
  'super-secret-admin-key',
  'admin-access-token',
  'access-token',
  'refresh-token',
  'allow-anonymous-user',
  'allow-restricted-user',
  'override-error-status',
  'client-version',
  'random-nonce',
  'disable-artificial-development-delay',
] as const;

export type RequestHeader = (typeof requestHeaders)[number];
type ResponseHeader = 'known-error' | 'actual-status' | 'request-id';

/** Both names of a header, for CORS. */
export function bothSpellings(names: readonly (RequestHeader | ResponseHeader)[]): string[] {
  return names.flatMap((name) => spellings.map((spelling) => spelling + name));
}

export const allRequestHeaders = bothSpellings(requestHeaders);

/** The value under either name; an empty one counts as missing. */
export function readHeader(headers: IncomingHttpHeaders, name: RequestHeader): string | undefined {
  const value = headers[`x-stack-${name}`] || headers[`x-hexclave-${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The spelling to answer in: the request's own, or the older one where it used none. */
export function spellingOf(headers: IncomingHttpHeaders): Spelling {
  let usesNewer = false;
  for (const name in headers) {
    if (name.startsWith('x-stack-')) return 'x-stack-';
    if (name.startsWith('x-hexclave-')) usesNewer = true;
  }
  return usesNewer ? 'x-hexclave-' : 'x-stack-';
}
