import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../testing/launch-browser.ts';
import { serveGallery, type ServedGallery } from './serve-gallery.ts';

let gallery: ServedGallery;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await gallery.stop();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
});

afterEach(() => context.close());

async function open(query = '') {
  await page.goto(`${gallery.url}${query}`);
  await page.locator('.lk-root').waitFor();
}

describe('Tabs', () => {
  it.each([
    { query: '', forth: 'ArrowRight', back: 'ArrowLeft' },
    { query: '?dir=rtl', forth: 'ArrowLeft', back: 'ArrowRight' },
  ])('walk by $forth and $back, Home and End, and open at once', async ({ query, forth, back }) => {
    await open(query);
    const inFront = () => page.getByRole('tab', { selected: true }).innerText();
    await page.getByRole('tab', { name: 'Profile' }).focus();
    const steps = [
      [forth, 'Security'],
      ['End', 'Teams'],
      [forth, 'Profile'],
      [back, 'Teams'],
      ['Home', 'Profile'],
    ] as const;
    for (const [key, name] of steps) {
      await page.keyboard.press(key);
      expect(await inFront()).toBe(name);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
    expect(await page.getByRole('tabpanel', { name: 'Profile' }).innerText()).toBe('Who you are to others.');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel');
  });
});

describe('SegmentedControl', () => {
  it('is one stop of the Tab key, and chooses by arrows, Home and End', async () => {
    await open();
    const chosen = () => page.getByRole('radiogroup', { name: 'Status' }).getByRole('radio', { checked: true });
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    for (const [key, value] of [
      ['ArrowRight', 'expiring'],
      ['End', 'revoked'],
      ['ArrowRight', 'active'],
      ['ArrowLeft', 'revoked'],
      ['Home', 'active'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await chosen().inputValue()).toBe(value);
      expect(await chosen().evaluate((radio) => radio === document.activeElement)).toBe(true);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Name');
  });
});

describe('PasswordField', () => {
  it('shows and hides what was typed by its button, whose name says what it will do', async () => {
    await open();
    const field = page.getByLabel('Password', { exact: true });
    await field.fill('correct horse');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await field.getAttribute('type')).toBe('text');
    expect(await field.inputValue()).toBe('correct horse');
    await page.getByRole('button', { name: 'Hide password' }).press('Space');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Show password');
  });
});

describe('Field', () => {
  it('tells screen readers what is wrong, and how to do it right', async () => {
    await open();
    const name = page.getByRole('textbox', { name: 'Name' });
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const described = (await name.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe(
      'Give the key a name, so that you know it later.',
    );
  });
});

describe('CopyButton', () => {
  it('copies, says so aloud and in place, keeps its width and its focus, and offers it again', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    const copy = page.getByRole('button', { name: 'Copy', exact: true }).first();
    const before = await copy.boundingBox();
    await copy.press('Enter');
    const copied = page.getByRole('button', { name: 'Copied' });
    await copied.waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('what was copied');
    expect(await page.locator('.lk-root > [role=status]').innerText()).toBe('Copied');
    expect(await copied.boundingBox()).toEqual(before);
    expect(await copied.evaluate((element) => element === document.activeElement)).toBe(true);
    await copied.waitFor({ state: 'detached' });
  });

  it('copies in a modal dialog without the clipboard API, and speaks inside the dialog', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await open();
    await page.evaluate(() =>
      document.addEventListener('copy', () => {
        document.title = (document.activeElement as HTMLTextAreaElement).value;
      }),
    );
    await page.getByRole('button', { name: 'Show the new key' }).click();
    await page.locator('dialog .lk-code--key').getByRole('button').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.title()).toMatch(/^sk_0123/);
    expect(await page.locator('dialog [role=status]').innerText()).toBe('Copied');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Copied');
  });
});

describe('Table', () => {
  it('becomes cards where there is little room, and stays a table to screen readers', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open();
    const table = page.getByRole('table', { name: 'API keys' });
    expect(await table.getByRole('row').count()).toBe(5);
    const row = table.getByRole('row', { name: /CI pipeline/ });
    expect(await row.getByRole('rowheader').innerText()).toBe('CI pipeline');
    const labels = await row.evaluate((element) =>
      [...element.querySelectorAll('td[data-label]')].map((cell) => getComputedStyle(cell, '::before').content),
    );
    expect(labels).toEqual(['"Key"', '"Created by"', '"Last used"', '"Expires"']);
  });

  it('keeps the actions of a card inside it', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open();
    const actions = await page.getByRole('button', { name: 'Actions for CI pipeline' }).boundingBox();
    const card = await page.getByRole('row', { name: /CI pipeline/ }).boundingBox();
    expect((actions?.x ?? 0) + (actions?.width ?? 0)).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0));
  });

  it('says how it is sorted, and sorts by a button', async () => {
    await open();
    const header = page.getByRole('columnheader', { name: 'Name' });
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await header.getByRole('button').press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    expect(await page.getByRole('columnheader', { name: 'Last used' }).getAttribute('aria-sort')).toBe('none');
  });
});

describe('RelativeTime', () => {
  it('shows the exact moment to the keyboard', async () => {
    await open();
    const time = page.locator('time', { hasText: 'in 84 days' });
    expect(await time.getAttribute('title')).toContain('16 February 2027');
    const exact = time.locator('.lk-time__exact');
    expect((await exact.boundingBox())?.width).toBe(1);
    await page.keyboard.press('Tab');
    await time.focus();
    expect((await exact.boundingBox())?.width).toBeGreaterThan(100);
    expect(await exact.innerText()).toContain('16 February 2027');
  });
});
