import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../testing/launch-browser.ts';
import { serveGallery, type ServedGallery } from './serve-gallery.ts';

/** Serves the gallery to the tests of a file; each gets a page of its own, to open it in. */
export function visitGallery() {
  let gallery: ServedGallery;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await gallery?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
    page = await context.newPage();
  });

  afterEach(() => context.close());

  return {
    page: () => page,
    open: async (query = ''): Promise<void> => {
      await page.goto(`${gallery.url}${query}`);
      await page.locator('.lk-root').waitFor();
    },
  };
}
