import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../testing/check-accessibility.ts';
import { keepScreenshot } from '../testing/keep-screenshot.ts';
import { visitGallery } from './visit-gallery.ts';

const gallery = visitGallery();
const { open } = gallery;
let page: Page;

beforeEach(() => {
  page = gallery.page();
});

/** Name of what has focus, as a screen reader would say it. */
async function focused(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.getAttribute('aria-label') ?? element.innerText;
  });
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

describe.each([
  { look: 'light', query: '?theme=light', width: 1000 },
  { look: 'dark', query: '?theme=dark', width: 1000 },
  { look: 'rtl', query: '?theme=light&dir=rtl', width: 1000 },
  { look: 'narrow', query: '?theme=light', width: 360 },
  { look: 'narrow-dark-rtl', query: '?theme=dark&dir=rtl', width: 320 },
])('the primitives, $look', ({ look, query, width }) => {
  it('have no fault that axe finds, and no sideways scroll, alone, in a dialog and in a menu', async () => {
    await page.setViewportSize({ width, height: 800 });
    await open(query);
    await page.waitForTimeout(250); // The skeleton keeps hidden for 200 ms.
    await checkAccessibility(page);
    await keepScreenshot(page, `ui-gallery-${look}`);
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scroll).toBe(width);

    await button('Show the new key').click();
    await checkAccessibility(page);
    await page.getByRole('checkbox', { name: 'I have stored it' }).check();
    await button('Done').click();

    await button('Ada Lovelace').click();
    await checkAccessibility(page);
    await page.getByRole('menuitem', { name: 'Revoke key' }).click();
    await checkAccessibility(page);
    await button('Keep it').click();

    await page.locator('time').first().focus();
    await checkAccessibility(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

describe('the stylesheet', () => {
  it.each([
    { query: '?theme=light', system: 'dark', ink: 'rgb(29, 27, 22)' },
    { query: '?theme=dark', system: 'light', ink: 'rgb(242, 239, 231)' },
    { query: '', system: 'light', ink: 'rgb(29, 27, 22)' },
    { query: '', system: 'dark', ink: 'rgb(242, 239, 231)' },
  ] as const)('follows the system unless a theme is forced: "$query" on a $system system', async (expected) => {
    await page.emulateMedia({ colorScheme: expected.system });
    await open(expected.query);
    const inks = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.lk-root') as Element).color,
      getComputedStyle(document.querySelector('.lk-button--primary') as Element).backgroundColor,
    ]);
    expect(inks).toEqual([expected.ink, expected.ink]);
  });

  it('yields to any rule of the host, and to its tokens', async () => {
    await open('?theme=dark');
    await page.addStyleTag({ content: '.lk-root { --lk-ink: rgb(1 2 3) } button { border-radius: 0 }' });
    const style = await page.evaluate(() => {
      const { backgroundColor, borderRadius } = getComputedStyle(document.querySelector('.lk-button') as Element);
      return { backgroundColor, borderRadius };
    });
    expect(style).toEqual({ backgroundColor: 'rgb(1, 2, 3)', borderRadius: '0px' });
  });

  it('gives every control a target of 24 pixels at least', async () => {
    await open();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, input:not([type=radio], [type=checkbox]), label:has(input)')]
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && (width < 24 || height < 24);
        })
        .map((element) => element.outerHTML),
    );
    expect(small).toEqual([]);
  });
});

describe('Button', () => {
  it('keeps focus and refuses presses while it is busy', async () => {
    await open();
    const busy = page.locator('.lk-button[aria-busy]').first();
    await busy.focus();
    expect(await busy.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await busy.dispatchEvent('click');
    expect(await page.title()).toBe('Primitives');
    expect(await busy.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('Dialog', () => {
  it('focuses what is first inside, closes by Escape, and gives focus back', async () => {
    await open();
    await button('Rename key').press('Enter');
    expect(await page.getByRole('textbox', { name: 'Name' }).last().inputValue()).toBe('Billing worker');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog')?.open)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await focused()).toBe('Rename key');
  });

  it('sends its form by Enter in a field', async () => {
    await open();
    await button('Rename key').click();
    await page.keyboard.press('Enter');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await focused()).toBe('Rename key');
  });

  it('closes by a press beside it, not by a selection that ends there', async () => {
    await open();
    await button('Rename key').click();
    await page.locator('dialog input').hover();
    await page.mouse.down();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    expect(await page.locator('dialog').count()).toBe(1);
    await page.mouse.click(5, 5);
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('that is not closable refuses Escape, however often, and presses beside it', async () => {
    await open();
    await button('Show the new key').click();
    for (let time = 0; time < 3; time++) await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true);
  });

  it('is named and described, and an alert says so', async () => {
    await open();
    await button('Ada Lovelace').click();
    await page.keyboard.type('rev');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alertdialog', { name: 'Revoke Billing worker?' });
    expect(await alert.count()).toBe(1);
    expect(await focused()).toBe('Keep it');
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Ada Lovelace');
  });

  it('scrolls inside a small window, and its footer stays in sight', async () => {
    await page.setViewportSize({ width: 320, height: 300 });
    await open();
    await button('Show the new key').click();
    const box = await page.locator('dialog').boundingBox();
    expect(box).toMatchObject({ x: 0, width: 320 });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(300, 0);
    const done = await button('Done').boundingBox();
    expect(done?.y).toBeLessThan(300);
  });
});

describe('Menu', () => {
  it('opens by arrow at its first or last item, and walks by arrows, Home and End, around the end', async () => {
    await open();
    const trigger = button('Ada Lovelace');
    await trigger.press('ArrowUp');
    expect(await focused()).toBe('Revoke key');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Settings');
    await page.keyboard.press('End');
    expect(await focused()).toBe('Revoke key');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('Settings');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Revoke key');
    await page.keyboard.press('Escape');
    await trigger.press('ArrowDown');
    expect(await focused()).toBe('Settings');
  });

  it('finds items by their first letters', async () => {
    await open();
    await button('Ada Lovelace').press('Enter');
    await page.keyboard.type('no');
    expect(await focused()).toBe('Northwind');
    await page.waitForTimeout(700); // What was typed is forgotten after 600 ms.
    await page.keyboard.type('s');
    expect(await focused()).toBe('Settings');
  });

  it('closes by Escape, by Tab and by a press outside, and gives focus back', async () => {
    await open();
    const trigger = button('Ada Lovelace');
    await trigger.press('Enter');
    expect(await trigger.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await focused()).toContain('Ada Lovelace');
    await expect.poll(() => trigger.getAttribute('aria-expanded')).toBe('false');

    await trigger.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('.lk-menu:popover-open').count()).toBe(0);
    expect(await focused()).toBe('Profile');

    await trigger.click();
    await trigger.click();
    expect(await page.locator('.lk-menu:popover-open').count()).toBe(0);
    await trigger.click();
    await page.mouse.click(5, 5);
    expect(await page.locator('.lk-menu:popover-open').count()).toBe(0);
  });

  it('refuses an item that is switched off and stays open', async () => {
    await open();
    await button('Ada Lovelace').press('Enter');
    await page.keyboard.type('sw');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Switch off');
    expect(await page.locator('.lk-menu:popover-open').count()).toBe(1);
  });

  it('in a dialog closes alone at the first Escape', async () => {
    await open();
    await button('Rename key').click();
    await button('More names').press('Enter');
    expect(await focused()).toBe('First');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    expect(await focused()).toBe('More names');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it.each(['', '?dir=rtl'])(
    'keeps to its edge of the button and turns upwards where there is no room (%s)',
    async (query) => {
      await open(query);
      const trigger = button('Ada Lovelace');
      const gap = async () => {
        const [box, menu] = [await trigger.boundingBox(), await page.locator('.lk-menu:popover-open').boundingBox()];
        if (!box || !menu) throw new Error('The menu is not there.');
        const edges = query ? [box.x + box.width, menu.x + menu.width] : [box.x, menu.x];
        expect(edges[0]).toBeCloseTo(edges[1] ?? NaN, 0);
        return { below: menu.y - (box.y + box.height), above: box.y - (menu.y + menu.height) };
      };
      await trigger.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await trigger.press('Enter');
      expect((await gap()).below).toBeCloseTo(4, 0);
      await page.keyboard.press('Escape');
      await trigger.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await trigger.press('Enter');
      expect((await gap()).above).toBeCloseTo(4, 0);
    },
  );
});
