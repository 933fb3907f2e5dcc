import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreenshot } from './testing/keep-screenshot.ts';
import { launchBrowser } from './testing/launch-browser.ts';
import { refusalsIn } from './testing/refusals-in.ts';
import { startAndStop } from './testing/start-and-stop.ts';
import { type RunningExample, startExample } from './testing/start-example.ts';
import { type RunningLatchkey, startLatchkey } from './testing/start-latchkey.ts';

describe('the pages of the official @stackframe/react', () => {
  let latchkey: RunningLatchkey;
  let application: RunningExample;
  let browser: Browser;

  beforeAll(async () => {
    latchkey = await startLatchkey();
    application = await startExample('stackframe-react', latchkey.environment);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await application?.stop();
    await latchkey?.stop();
  });

  it('sign a user up, and create, show and revoke an API key of theirs', async () => {
    const page = await browser.newPage();
    const refusals = refusalsIn(page, latchkey.url);
    await signUp(page);
    await page.goto(`${application.url}/handler/account-settings`);
    await page.getByRole('button', { name: 'API Keys' }).click();

    const key = await createKey(page, 'Nightly report');
    expect(await check('user', key)).toMatchObject({ status: 200, body: { description: 'Nightly report' } });
    await page.getByRole('cell', { name: 'valid' }).waitFor();
    await keepScreenshot(page, 'official-react/user-key');

    await revokeKey(page);
    expect(await check('user', key)).toMatchObject({ status: 401, code: 'API_KEY_REVOKED' });
    expect(refusals).toEqual([]);
  });

  it('create a team, and create, show and revoke an API key of the team', async () => {
    const page = await browser.newPage();
    const refusals = refusalsIn(page, latchkey.url);
    await signUp(page);
    await page.goto(`${application.url}/handler/account-settings`);
    await page.getByRole('button', { name: 'Create a team' }).click();
    await page.getByRole('textbox').fill('Analytical Engines');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('paragraph').filter({ hasText: 'access to your team', visible: true }).waitFor();

    const key = await createKey(page, 'Billing worker');
    expect(await check('team', key)).toMatchObject({ status: 200, body: { description: 'Billing worker' } });
    await page.getByRole('cell', { name: 'valid' }).waitFor();
    await keepScreenshot(page, 'official-react/team-key');

    await revokeKey(page);
    expect(await check('team', key)).toMatchObject({ status: 401, code: 'API_KEY_REVOKED' });
    expect(refusals).toEqual([]);
  });

  it('start against a fresh server with one command', async () => {
    expect(await startAndStop('stackframe-react')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('STACK_PROJECT_ID='),
    });
  });

  function check(kind: 'user' | 'team', key: string) {
    return latchkey.callAsServer('POST', `/${kind}-api-keys/check`, { api_key: key });
  }

  async function signUp(page: Page): Promise<void> {
    await page.goto(`${application.url}/handler/sign-up`);
    await page.getByRole('textbox', { name: 'Email' }).fill(`${randomUUID()}@example.com`);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill('analytical engine');
    await page.getByRole('textbox', { name: 'Repeat Password' }).fill('analytical engine');
    await page.getByRole('button', { name: 'Sign Up' }).click();
    await page.getByText('Signed in as').waitFor();
  }
});

/** Creates a key in the dialog for it, and gives what the dialog shows once. */
async function createKey(page: Page, description: string): Promise<string> {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill(description);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const created = page.getByRole('dialog', { name: 'API Key', exact: true });
  const key = await created.getByRole('textbox').inputValue();
  await created.getByRole('checkbox').check();
  await created.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('cell', { name: description }).waitFor();
  return key;
}

/** Revokes the only key of the table. */
async function revokeKey(page: Page): Promise<void> {
  await page.getByRole('cell', { name: 'Open menu' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Revoke Key' }).click();
  await page.getByRole('cell', { name: 'revoked' }).waitFor();
}
