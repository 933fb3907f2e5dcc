import { UsageError } from '../errors/latchkey-error.ts';
import type { PageName, PageUrls } from './page-urls.ts';

/**
 * The URL that a mail is to link to, as an absolute one: what the caller names, else a page of the application.
 *
 * @throws UsageError on a server that names neither, since a server does not know where the application's pages are
 */
export function callbackUrlOf(pages: PageUrls, page: PageName, named: string | undefined): string {
  const url = named ?? pages[page];
  if (URL.canParse(url)) return url;
  if (typeof location === 'undefined') {
    throw new UsageError(`On a server, say where the link in the mail leads: callbackUrl, as an absolute URL.`);
  }
  return new URL(url, location.href).href;
}
