import { readReturn, withReturn } from '@latchkey/js';

/** The URL of a page for signing in that leads on to where the page at hand was to lead; in browsers only. */
export function keepReturn(pageUrl: string): string {
  return readReturn(location.href) === null ? pageUrl : withReturn(pageUrl, location.href);
}

/** The URL of a page for signing in that comes back to where the browser is now. */
export function comeBack(pageUrl: string): string {
  return withReturn(pageUrl, location.href);
}
