import type { Page } from 'playwright-core';

/** What the server at `serverUrl` refuses from here on to a page, as a list that grows: "404 GET /api/v1/…: why". */
export function refusalsIn(page: Page, serverUrl: string): string[] {
  const refusals: string[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(serverUrl)) return;
    const headers = response.headers();
    // The SDK asks for refusals to be sent as 200, with the real status beside it.
    const status = Number(headers['x-stack-actual-status'] ?? headers['x-hexclave-actual-status'] ?? response.status());
    if (status < 400) return;
    const request = response.request();
    refusals.push(`${status} ${request.method()} ${request.url().slice(serverUrl.length)} ${request.postData() ?? ''}`);
  });
  return refusals;
}
