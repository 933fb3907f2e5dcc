/** Something with headers, such as a web-standard `Request`, a Node request, or `{ headers: await headers() }` of Next.js. */
export interface RequestLike {
  headers: { get(name: string): string | null } | Record<string, string | string[] | null | undefined>;
}

/** The value of a header, by its lower-case name; null: it is not there, or empty. Objects may spell the name in any case. */
export function readHeader({ headers }: RequestLike, name: string): string | null {
  const value = isHeaders(headers)
    ? headers.get(name)
    : (headers[name] ?? Object.entries(headers).find(([spelled]) => spelled.toLowerCase() === name)?.[1]);
  return (Array.isArray(value) ? value[0] : value) || null;
}

function isHeaders(headers: RequestLike['headers']): headers is { get(name: string): string | null } {
  return typeof headers.get === 'function';
}
