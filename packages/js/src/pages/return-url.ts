/** The query parameter that remembers where to go after signing in. */
const parameter = 'after_auth_return_to';

/** The URL of a page that comes back to where the browser is now. */
export function withReturn(pageUrl: string): string {
  const url = new URL(pageUrl, location.href);
  // A page for signing in that leads to another one hands on where to go in the end.
  const returnTo = readReturn() ?? location.pathname + location.search + location.hash;
  url.searchParams.set(parameter, returnTo);
  return url.href;
}

/** Where to go after signing in; null: nowhere in particular. Only on this origin: no link sends people elsewhere. */
export function readReturn(): string | null {
  const returnTo = new URL(location.href).searchParams.get(parameter);
  if (returnTo === null || !URL.canParse(returnTo, location.href)) return null;
  const url = new URL(returnTo, location.href);
  return url.origin === location.origin ? url.pathname + url.search + url.hash : null;
}
