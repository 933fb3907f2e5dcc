/** The query parameter that remembers where to go after signing in. */
const parameter = 'after_auth_return_to';

/** The URL of a page that comes back to `here`, where the browser is now. */
export function withReturn(pageUrl: string, here: string): string {
  const url = new URL(pageUrl, here);
  const { pathname, search, hash } = new URL(here);
  // A page for signing in that leads to another one hands on where to go in the end.
  url.searchParams.set(parameter, readReturn(here) ?? pathname + search + hash);
  return url.href;
}

/** Where to go after signing in; null: nowhere in particular. Only on this origin: no link sends people elsewhere. */
export function readReturn(here: string): string | null {
  const { origin, searchParams } = new URL(here);
  const returnTo = searchParams.get(parameter);
  if (returnTo === null || !URL.canParse(returnTo, here)) return null;
  const url = new URL(returnTo, here);
  // A path of this origin that begins with two slashes would be another host, once it stands alone.
  return url.origin === origin && /^\/(?!\/)/.test(url.pathname) ? url.pathname + url.search + url.hash : null;
}
