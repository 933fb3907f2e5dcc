import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../testing/launch-browser.ts';
import { signInOperator } from '../testing/sign-in-operator.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';

describe('the dashboard in a browser', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;
  let neighbour: Server;
  let page: Page;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
    neighbour = await startNeighbour(latchkey.url);
    page = await (await browser.newContext()).newPage();
    await signInOperator(page, latchkey.url);
  });

  afterAll(async () => {
    await browser?.close();
    neighbour?.close();
    await latchkey?.stop();
  });

  /** The origin of another application, on another port of the same host. */
  function neighbourUrl(): string {
    const { port } = neighbour.address() as AddressInfo;
    return `http://localhost:${port}`;
  }

  it('runs no script and takes no style that stands in its page, and none of another origin', async () => {
    const outcome = await page.evaluate(async (foreign) => {
      const violated = new Set<string>();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violated.add(effectiveDirective),
      );
      const append = (element: HTMLElement) => {
        try {
          document.head.append(element);
        } catch {
          // Trusted types refuse before anything is there.
        }
      };
      const inline = document.createElement('script');
      try {
        inline.textContent = 'window.hasRun = true';
      } catch {
        violated.add('require-trusted-types-for');
      }
      append(inline);
      append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${foreign}/style.css` }));
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      append(style);
      await fetch(`${foreign}/collect`).catch(() => violated.add('fetch'));
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { hasRun: 'hasRun' in window, violated: [...violated], display: getComputedStyle(document.body).display };
    }, neighbourUrl());
    expect(outcome.hasRun).toBe(false);
    expect(outcome.display).not.toBe('none');
    expect(outcome.violated).toEqual(expect.arrayContaining(['style-src-elem', 'connect-src', 'fetch']));
  });

  it('keeps the session where no other port sees it: in no cookie, and in the storage of its own origin', async () => {
    expect(await page.context().cookies()).toEqual([]);
    expect(await storedTexts(page)).not.toEqual([]);
    const other = await page.context().newPage();
    await other.goto(neighbourUrl());
    expect(await storedTexts(other)).toEqual([]);
    expect(await other.evaluate(() => document.cookie)).toBe('');
  });

  it('is in nobody’s frame', async () => {
    const other = await page.context().newPage();
    await other.goto(`${neighbourUrl()}/framing`);
    await other.waitForTimeout(1_000);
    const framed = other.frames().filter((frame) => frame !== other.mainFrame());
    const texts = await Promise.all(framed.map((frame) => frame.evaluate(() => document.body.innerText)));
    expect(texts.join()).not.toContain('Projects');
    expect(framed.some((frame) => frame.url().startsWith(latchkey.url))).toBe(false);
  });

  it('says to no other page where it was, and is not held by the page that opened it', async () => {
    const other = await page.context().newPage();
    await other.goto(neighbourUrl());
    const opened = page.context().waitForEvent('page');
    await other.evaluate((url) => {
      (globalThis as { opened?: Window | null }).opened = window.open(url);
    }, latchkey.url);
    await (await opened).getByRole('heading', { level: 1 }).waitFor();
    expect(await other.evaluate(() => (globalThis as { opened?: Window | null }).opened?.closed)).toBe(true);
  });
});

function storedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.values(localStorage), ...Object.values(sessionStorage)].map(String));
}

async function startNeighbour(framed: string): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html').setHeader('access-control-allow-origin', '*');
    response.end(request.url === '/framing' ? `<iframe src="${framed}"></iframe>` : '<p>Another application</p>');
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}
