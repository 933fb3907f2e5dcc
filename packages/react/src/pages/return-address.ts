/** The query parameter with which the SDK remembers where to go after signing in. */
const parameter = 'after_auth_return_to';

/** The URL of a page for signing in that leads on to where the page at hand was to lead; in browsers only. */
export function keepReturn(pageUrl: string): string {
  const returnTo = new URL(location.href).searchParams.get(parameter);
  return returnTo === null ? pageUrl : withReturn(pageUrl, returnTo);
}

/** The URL of a page for signing in that comes back to where the browser is now. */
export function comeBack(pageUrl: string): string {
  return withReturn(pageUrl, location.pathname + location.search + location.hash);
}

/** Whether the page at hand knows where to go after signing in. */
export function hasReturn(): boolean {
  return new URL(location.href).searchParams.has(parameter);
}

function withReturn(pageUrl: string, returnTo: string): string {
  const url = new URL(pageUrl, location.href);
  url.searchParams.set(parameter, returnTo);
  return url.href;
}
