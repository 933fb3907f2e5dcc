import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExample } from './testing/build-example.ts';
import { createKey } from './testing/create-key.ts';
import { launchBrowser } from './testing/launch-browser.ts';
import { openVisit } from './testing/open-visit.ts';
import { readLinkFromMail } from './testing/read-link-from-mail.ts';
import { refusalsIn } from './testing/refusals-in.ts';
import { revokeKey } from './testing/revoke-key.ts';
import { startAndStop } from './testing/start-and-stop.ts';
import { type RunningExample, startExample } from './testing/start-example.ts';
import { type RunningLatchkey, startLatchkey } from './testing/start-latchkey.ts';
import { submitCredentials } from './testing/submit-credentials.ts';

describe('the Next.js application, as it is built', () => {
  let latchkey: RunningLatchkey;
  let application: RunningExample;
  let browser: Browser;

  beforeAll(async () => {
    latchkey = await startLatchkey();
    buildExample('next-app', latchkey.environment);
    application = await startExample('next-app', latchkey.environment, 'serve');
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await application?.stop();
    await latchkey?.stop();
  });

  it('knows in a server component who is signed in, and guards its route handler', async () => {
    const visit = await openVisit(browser, { name: 'next-app' });
    const refusals = refusalsIn(visit.page, latchkey.url);
    const email = `${randomUUID()}@example.com`;
    await visit.page.goto(`${application.url}/handler/sign-up`);
    await submitCredentials(visit, 'auth.sign_up', { email, password: 'analytical engine' });
    await visit.page.getByText(`Those of ${email}`).waitFor();
    await visit.lookAt('home');

    await visit.page.goto(`${application.url}/keys`);
    const key = await createKey(visit, 'Nightly report');
    expect(await ask(key)).toMatchObject({ status: 200, body: { owner: { type: 'user', name: email } } });
    await revokeKey(visit, 'Nightly report');
    expect(await ask(key)).toMatchObject({ status: 401 });
    expect(refusals).toEqual([]);
    expect(visit.problems).toEqual([]);
  });

  it('verifies an address with the link in the mail, at a press', async () => {
    const email = `${randomUUID()}@example.com`;
    const visit = await openVisit(browser, { name: 'next-app/verification' });
    const { page, text } = visit;
    await page.goto(`${application.url}/handler/sign-up`);
    await submitCredentials(visit, 'auth.sign_up', { email, password: 'analytical engine' });
    await page.getByRole('button', { name: text('account.menu', { name: email }) }).waitFor();

    await page.goto(await readLinkFromMail(latchkey, email));
    await page.getByRole('button', { name: text('auth.verify') }).waitFor();
    await visit.lookAt('asks');
    expect(await isVerified(email)).toBe(false);
    await page.getByRole('button', { name: text('auth.verify') }).click();
    await page.getByRole('heading', { name: text('auth.verified_title') }).waitFor();
    await visit.lookAt('done');
    expect(await isVerified(email)).toBe(true);
    expect(visit.problems).toEqual([]);
  });

  it('replaces a forgotten password with the link in the mail', async () => {
    const email = `${randomUUID()}@example.com`;
    await latchkey.callAsServer('POST', '/users', {
      primary_email: email,
      primary_email_auth_enabled: true,
      password: 'difference engine',
    });
    const visit = await openVisit(browser, { name: 'next-app/reset' });
    const { page, text } = visit;
    await page.goto(`${application.url}/handler/sign-in`);
    await page.getByRole('link', { name: text('auth.forgot_password') }).click();
    await page.getByLabel(text('auth.email')).fill(email);
    await visit.lookAt('asks');
    await page.getByRole('button', { name: text('auth.send_link') }).click();

    await page.goto(await readLinkFromMail(latchkey, email));
    await page.getByLabel(text('auth.new_password'), { exact: true }).fill('analytical engine');
    await visit.lookAt('new-password');
    await page.getByRole('button', { name: text('auth.set_password') }).click();
    await page.getByRole('heading', { name: text('auth.reset_done_title') }).waitFor();
    await visit.lookAt('done');

    await page.goto(`${application.url}/handler/sign-in`);
    await submitCredentials(visit, 'auth.sign_in', { email, password: 'difference engine' });
    await page.getByText(text('error.email_password_mismatch')).waitFor();
    await visit.lookAt('refused');
    await submitCredentials(visit, 'auth.sign_in', { email, password: 'analytical engine' });
    await page.getByRole('button', { name: text('account.menu', { name: email }) }).waitFor();
    // The wrong password, as browsers tell of it.
    expect(visit.problems).toEqual([expect.stringContaining('400')]);
  });

  it('starts against a fresh server with one command', async () => {
    expect(await startAndStop('next-app')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('STACK_PROJECT_ID='),
    });
  });

  async function ask(key: string) {
    const response = await fetch(`${application.url}/v1/invoices`, { headers: { 'x-api-key': key } });
    const text = await response.text();
    return { status: response.status, body: response.ok ? JSON.parse(text) : text };
  }

  async function isVerified(email: string): Promise<boolean> {
    const { body } = await latchkey.callAsServer('GET', `/users?query=${encodeURIComponent(email)}`);
    return body.items[0].primary_email_verified;
  }
});
