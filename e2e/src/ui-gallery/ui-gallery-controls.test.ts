import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { visitGallery } from './visit-gallery.ts';

const gallery = visitGallery();
const { open } = gallery;
let page: Page;

beforeEach(() => {
  page = gallery.page();
});

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

  it.each(['', '?dir=rtl'])('have room for the focus ring all around the first and the last (%s)', async (query) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(query);
    for (const name of ['Profile', 'Teams']) {
      const tab = page.getByRole('tab', { name });
      await tab.focus();
      const room = await tab.evaluate((element) => {
        const [ring, list] = [element.getBoundingClientRect(), element.closest('[role=tablist]')];
        const around = list?.getBoundingClientRect() ?? new DOMRect();
        const { left, right, top, bottom } = ring;
        return Math.min(left - around.left, around.right - right, top - around.top, around.bottom - bottom);
      });
      expect(room).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('SegmentedControl', () => {
  it('takes a press anywhere on a segment with the radio button itself', async () => {
    await open();
    const expired = page.getByRole('radio', { name: 'Expired' });
    await expired.check();
    expect(await expired.isChecked()).toBe(true);
    const [radio, segment] = [
      await expired.boundingBox(),
      await page.locator('label:has(:checked)', { hasText: 'Expired' }).boundingBox(),
    ];
    expect(radio?.height).toBe(segment?.height);
    expect(radio?.width).toBeCloseTo(segment?.width ?? 0, -1);
  });

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
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    const copy = page.getByRole('button', { name: 'Copy', exact: true }).first();
    const before = await copy.boundingBox();
    await copy.press('Enter');
    const copied = page.getByRole('button', { name: 'Copied' });
    await copied.waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('what was copied');
    expect(await page.locator('.lk-root > [role=status].lk-visually-hidden').innerText()).toBe('Copied');
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

  it('begins at once with the first card where nothing sorts', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open();
    const table = page.getByRole('table', { name: 'Members' });
    const [whole, first] = [await table.boundingBox(), await table.getByRole('row').first().boundingBox()];
    expect(first?.y).toBe(whole?.y);
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

describe('Dialog in a low window', () => {
  it.each(['Show the new key', 'Rename key'])('shows nothing of its body below its footer: %s', async (name) => {
    await page.setViewportSize({ width: 360, height: 255 });
    await open();
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.locator('dialog');
    const [outer, footer] = [await dialog.boundingBox(), await dialog.locator('.lk-dialog__footer').boundingBox()];
    expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBe((outer?.y ?? 0) + (outer?.height ?? 0));
    const overflow = await dialog.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(overflow).toBe(0);
    const body = dialog.locator('.lk-dialog__body');
    const hidden = await body.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(hidden).toBeGreaterThan(0);
  });

  it('focuses its first button although its words have to be scrolled', async () => {
    await page.setViewportSize({ width: 320, height: 220 });
    await open();
    await page.getByRole('button', { name: 'Ada Lovelace' }).click();
    await page.getByRole('menuitem', { name: 'Revoke key' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
  });
});

describe('CodeBlock', () => {
  it.each(['', '?dir=rtl'])('never covers its code, to the end of a long line (%s)', async (query) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(query);
    const block = page.locator('.lk-code', { hasText: 'getUser' });
    const code = block.locator('pre');
    await code.evaluate((element) => element.scrollTo(element.scrollWidth, 0));
    expect(await code.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    const [text, copy] = [await code.boundingBox(), await block.getByRole('button').boundingBox()];
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(copy?.x ?? 0);
  });
});

describe('Tag', () => {
  it('has a dot where it is a state, and none where it is only a word', async () => {
    await open();
    const dots = await page.evaluate(() =>
      [...document.querySelectorAll('.lk-tag')]
        .filter(({ textContent }) => ['Draft', 'You', 'Active', 'Revoked'].includes(textContent))
        .map((tag) => `${tag.textContent} ${getComputedStyle(tag, '::before').content}`),
    );
    expect(dots.sort()).toEqual(['Active ""', 'Draft none', 'Revoked ""', 'You none']);
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
