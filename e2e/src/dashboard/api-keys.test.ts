import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StackServerApp } from '../../../packages/js/src/index.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';
import { openServer, type OperatorLook, visitPeople } from './visit-people.ts';

const light: OperatorLook = { name: 'dashboard/api-keys', theme: 'light' };
const narrow: OperatorLook = { name: 'dashboard/api-keys-narrow', theme: 'dark', widthInPixels: 390 };

const dayMillis = 24 * 60 * 60 * 1000;
const patience = { timeout: 10_000 };

describe('the API keys of a project in the dashboard', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;
  let server: StackServerApp;
  /** Of a key that was used, twice. */
  let secret: string;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
    server = openServer(latchkey);
    secret = await createKeys(server);
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  it('are found by name, by state and by owner, each view with an address of its own', async () => {
    const { page, goTo, lookAt, problems } = await visitPeople(browser, latchkey, light);
    await goTo('/api-keys', 'API keys');
    await rowOf(page, 'Deploy robot').waitFor();
    await lookAt('list');

    await page.getByRole('searchbox', { name: 'Search keys' }).fill('nightly');
    await expect.poll(() => namesIn(page), patience).toEqual(['Nightly export']);
    expect(page.url()).toContain('search=nightly');
    await page.reload();
    await expect.poll(() => namesIn(page), patience).toEqual(['Nightly export']);

    await goTo('/api-keys?status=expiring', 'API keys');
    await expect.poll(() => namesIn(page), patience).toEqual(['Soon over']);
    await page.getByLabel('All', { exact: true }).check({ force: true });
    await expect.poll(() => namesIn(page), patience).toHaveLength(6);
    await page.getByRole('button', { name: 'Expires' }).click();
    await expect.poll(async () => (await namesIn(page))[0], patience).toBe('Soon over');
    await page.getByLabel('Only').selectOption('Never expire');
    await expect.poll(() => namesIn(page), patience).toEqual(['Deploy robot']);
    expect(new URL(page.url()).searchParams.get('show')).toBe('never-expiring');
    expect(problems).toEqual([]);
  });

  it('are found by pasting a whole one, which stays out of addresses, history and storage', async () => {
    const { page, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await goTo('/api-keys', 'API keys');
    await page.evaluate((text) => navigator.clipboard.writeText(text), `Authorization: Bearer ${secret}`);
    await page.getByRole('searchbox', { name: 'Search keys' }).focus();
    await page.keyboard.press('Control+V');
    await page.getByRole('heading', { level: 1, name: /Nightly export/ }).waitFor();
    await page.getByText('in the last 30 days').waitFor();
    await lookAt('key');

    await page.goBack();
    const search = page.getByRole('searchbox', { name: 'Search keys' });
    // By hand, and not quite: what looks like a key is never searched for as a name.
    await search.fill(`${secret.slice(0, -1)}x`);
    await page.getByText('This project has no such key').waitFor();
    const kept = await page.evaluate(() => [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(history.state),
      location.href,
    ]);
    for (const text of [...addresses, ...kept]) expect(text).not.toContain(secret.slice(3, 40));
  });

  it('are created on behalf of whoever is chosen', async () => {
    const { page, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    await goTo('/api-keys', 'API keys');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('searchbox', { name: 'Search users' }).fill('grace');
    await lookAt('choose-owner');
    await page.getByRole('button', { name: /Grace Hopper/ }).click();
    const form = page.getByRole('dialog', { name: 'Create an API key' });
    await form.getByLabel('Name').fill('Compiler');
    await form.getByRole('button', { name: 'Create key' }).click();
    const key = await page.getByRole('group', { name: 'Your new API key' }).innerText();
    expect(await server.checkApiKey(key)).toMatchObject({ valid: true, user: { displayName: 'Grace Hopper' } });
    await page.getByLabel('I have stored it somewhere safe').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await rowOf(page, 'Compiler').waitFor();
  });

  it('are revoked together after a preview of what stops working (dark, 390 px)', async () => {
    const { page, goTo, lookAt } = await visitPeople(browser, latchkey, narrow);
    await goTo('/api-keys', 'API keys');
    await page.getByLabel('Select Nightly export').check({ force: true });
    await page.getByLabel('Select Data import').check({ force: true });
    await lookAt('selected');
    await page.getByRole('button', { name: 'Revoke…' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Revoke 2 keys?' });
    await expect.poll(() => dialog.locator('.revocation__figures').innerText()).toMatch(/2 keys.*2 owners/s);
    await dialog.getByText('Most recently used').waitFor();
    await lookAt('revoke');
    await dialog.getByRole('button', { name: 'Revoke 2 keys' }).click();
    await page.getByText('2 keys revoked.').waitFor();
    expect(await server.checkApiKey(secret)).toEqual({ valid: false, reason: 'revoked' });
    await expect.poll(() => namesIn(page), patience).not.toContain('Nightly export');
  });

  it('are counted in the overview with their checks, and each count leads to them', async () => {
    const { page, goTo, lookAt } = await visitPeople(browser, latchkey, narrow);
    await goTo('', 'Overview');
    await expect.poll(() => statOf(page, 'Checks'), { timeout: 30_000 }).not.toBe('0');
    await page.getByRole('application').first().waitFor();
    await lookAt('overview');
    await page.getByLabel('48 hours').check({ force: true });
    await page.getByRole('heading', { name: 'Checks per hour' }).waitFor();
    expect(new URL(page.url()).searchParams.get('span')).toBe('hours');
    await page.getByRole('link', { name: /Expire within 7 days/ }).click();
    await expect.poll(() => namesIn(page), patience).toEqual(['Soon over']);
  });
});

/** Gives the secret of one that was used. */
async function createKeys(server: StackServerApp): Promise<string> {
  const ada = await server.createUser({ displayName: 'Ada Lovelace' });
  const grace = await server.createUser({ displayName: 'Grace Hopper' });
  const team = await server.createTeam({ displayName: 'Platform' });
  const inDays = (days: number) => new Date(Date.now() + days * dayMillis);
  const used = await ada.createApiKey({ description: 'Nightly export', expiresAt: inDays(90) });
  await grace.createApiKey({ description: 'Data import', expiresAt: inDays(60) });
  await team.createApiKey({ description: 'Deploy robot', expiresAt: null });
  await team.createApiKey({ description: 'Website widget', expiresAt: inDays(30), isPublic: true });
  await ada.createApiKey({ description: 'Soon over', expiresAt: inDays(3) });
  const ended = await ada.createApiKey({ description: 'Long gone', expiresAt: inDays(30) });
  await ended.revoke();
  for (const key of [used.value, used.value, ended.value]) await server.checkApiKey(key);
  return used.value;
}

function rowOf(page: Page, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** The keys that are listed, from above. */
function namesIn(page: Page): Promise<string[]> {
  return page.locator('.key-table__name a').allInnerTexts();
}

function statOf(page: Page, label: string): Promise<string> {
  return page.locator('.lk-stat').filter({ hasText: label }).first().locator('.lk-stat__value').innerText();
}
