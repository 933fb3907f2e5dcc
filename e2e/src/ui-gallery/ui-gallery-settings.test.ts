import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkAccessibility } from '../testing/check-accessibility.ts';
import { visitGallery } from './visit-gallery.ts';

const gallery = visitGallery();
let page: Page;

beforeEach(async () => {
  page = gallery.page();
  await page.clock.install();
  await gallery.open();
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('Switch', () => {
  it('is a switch with a name and a description, turned by Space and by a press on its words', async () => {
    const toggle = page.getByRole('switch', { name: 'Team API keys' });
    expect(await toggle.isChecked()).toBe(false);
    await toggle.press('Space');
    expect(await toggle.isChecked()).toBe(true);
    await page.getByText('Team API keys', { exact: true }).click();
    expect(await toggle.isChecked()).toBe(false);
    const description = page.locator(`[id="${await toggle.getAttribute('aria-describedby')}"]`);
    expect(await description.innerText()).toContain('Members with the permission');
  });
});

describe('Toasts', () => {
  const toast = () => page.locator('.lk-toast');

  it('say it where screen readers listen already, and go after a while', async () => {
    const place = page.locator('.lk-toasts');
    expect(await place.getAttribute('role')).toBe('status');
    await press('Turn on');
    expect(await place.innerText()).toContain('User API keys are on.');
    await page.clock.fastForward(4_000);
    expect(await toast().count()).toBe(1);
    await page.clock.fastForward(2_500);
    await expect.poll(() => toast().count()).toBe(0);
  });

  it('are one at a time, and wait while the pointer or focus is on them', async () => {
    await press('Turn on');
    await press('Remove member');
    expect(await toast().innerText()).toContain('Grace Hopper was removed.');
    await toast().hover();
    await page.clock.fastForward(60_000);
    expect(await toast().count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.mouse.move(5, 5);
    await page.clock.fastForward(60_000);
    expect(await toast().count()).toBe(1);
  });

  it('do what their button says, and give focus back', async () => {
    await page.getByRole('button', { name: 'Remove member' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    expect(await toast().innerText()).toContain('Grace Hopper is back.');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Remove member');
  });

  it('that tell what went wrong stay until they are dismissed, by Escape too', async () => {
    await press('Fail');
    await page.clock.fastForward(600_000);
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Dismiss' }).focus();
    await page.keyboard.press('Escape');
    expect(await toast().count()).toBe(0);
  });
});

describe('a table whose rows are chosen', () => {
  const box = (name: string) => page.getByRole('checkbox', { name });
  const count = () => page.getByText(/^\d selected$/).innerText();

  it('chooses rows one by one, or the page', async () => {
    const all = box('Select everybody on this page');
    expect(await all.evaluate((element: HTMLInputElement) => element.indeterminate)).toBe(true);
    await all.check();
    expect(await count()).toBe('3 selected');
    await box('Select Ada Lovelace').uncheck();
    expect(await all.evaluate((element: HTMLInputElement) => [element.checked, element.indeterminate])).toEqual([
      false,
      true,
    ]);
    await box('Select Ada Lovelace').press('Space');
    await all.uncheck();
    expect(await count()).toBe('0 selected');
  });

  it('has boxes that are large enough to press, on a narrow screen too', async () => {
    for (const width of [1000, 360]) {
      await page.setViewportSize({ width, height: 800 });
      for (const target of await page.locator('.lk-table__select-target').all()) {
        const { width: wide = 0, height: high = 0 } = (await target.boundingBox()) ?? {};
        expect(Math.min(wide, high)).toBeGreaterThanOrEqual(24);
      }
    }
    await box('Select Ada Lovelace').check();
    expect(await count()).toBe('2 selected');
  });
});
