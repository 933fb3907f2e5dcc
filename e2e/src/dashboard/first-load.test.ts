import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../testing/launch-browser.ts';
import { signInOperator } from '../testing/sign-in-operator.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';

/** JavaScript and CSS of a page that is opened for the first time, gzipped; browsers that take brotli get less. */
const maxCodeBytes = 200_000;

/** A telephone on a good mobile network: 10 Mbit/s, 40 ms there and back, a quarter of this machine's speed. */
const network = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 625_000 };
const cpuSlowdown = 4;

interface Load {
  codeBytes: number;
  requests: number;
  firstPaintInMillis: number;
  interactiveInMillis: number;
}

describe('the first load of the dashboard', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  it('of the page for signing in stays small', async () => {
    const page = await (await browser.newContext()).newPage();
    const load = await measureLoad(page, `${latchkey.url}/handler/sign-in`, () =>
      page.getByLabel('E-mail address').fill('a'),
    );
    report('sign-in', load);
    expect(load.codeBytes).toBeLessThanOrEqual(maxCodeBytes);
  });

  it('of a project’s overview stays small, without its charts', async () => {
    const signedIn = await browser.newContext();
    await signInOperator(await signedIn.newPage(), latchkey.url);
    const storageState = await signedIn.storageState();
    // Another browser, which has nothing of it yet.
    const page = await (await browser.newContext({ storageState })).newPage();
    const overview = `${latchkey.url}/projects/${latchkey.environment['STACK_PROJECT_ID'] ?? ''}`;
    const load = await measureLoad(page, overview, () =>
      page
        .getByRole('link', { name: /^Users/ })
        .first()
        .focus(),
    );
    report('overview', load);
    expect(load.codeBytes).toBeLessThanOrEqual(maxCodeBytes);
  });
});

/** Opens a page as somebody far away does, until they can do the first thing on it. */
async function measureLoad(page: Page, url: string, doFirstThing: () => Promise<void>): Promise<Load> {
  const received = await slowDown(page);
  const begin = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  await doFirstThing();
  const interactiveInMillis = Date.now() - begin;
  const { requests, codeBytes } = await received();
  const firstPaintInMillis = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await page.close();
  return { codeBytes, requests, firstPaintInMillis: Math.round(firstPaintInMillis), interactiveInMillis };
}

/** Throttles a page, and gives what it has received whenever it is asked. */
async function slowDown(page: Page): Promise<() => Promise<Pick<Load, 'codeBytes' | 'requests'>>> {
  const code: Promise<number>[] = [];
  let requests = 0;
  let isOver = false;
  page.on('request', () => (requests += 1));
  page.on('response', (response) => {
    // The body of what comes later is gone with the page.
    if (!isOver && isFirstCode(response))
      code.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  return async () => {
    isOver = true;
    return { codeBytes: (await Promise.all(code)).reduce((sum, bytes) => sum + bytes, 0), requests };
  };
}

/** The charts come on demand, after all that stands around them. */
function isFirstCode(response: Response): boolean {
  const type = response.request().resourceType();
  return (type === 'script' || type === 'stylesheet') && !new URL(response.url()).pathname.startsWith('/assets/bars-');
}

function report(name: string, { codeBytes, requests, firstPaintInMillis, interactiveInMillis }: Load): void {
  console.log(
    `First load of ${name}: ${(codeBytes / 1_000).toFixed(1)} kB of JavaScript and CSS, ${requests} requests, ` +
      `first paint after ${firstPaintInMillis} ms, interactive after ${interactiveInMillis} ms`,
  );
}
