import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './testing/launch-browser.ts';
import { refusalsIn } from './testing/refusals-in.ts';
import { type RunningExample, startExample } from './testing/start-example.ts';
import { type RunningLatchkey, startLatchkey } from './testing/start-latchkey.ts';
import { type Look, type Visit, visitNorthwind } from './testing/visit-northwind.ts';

const light: Look = { name: 'light', language: 'en', theme: 'light', widthInPixels: 1280 };
const looks: Look[] = [
  light,
  { ...light, name: 'dark', theme: 'dark' },
  { ...light, name: 'arabic', language: 'ar' },
  { ...light, name: 'narrow', widthInPixels: 360 },
];

const password = 'analytical engine';

describe('key management in Northwind', () => {
  let latchkey: RunningLatchkey;
  let application: RunningExample;
  let api: RunningExample;
  let browser: Browser;

  beforeAll(async () => {
    latchkey = await startLatchkey();
    [application, api, browser] = await Promise.all([
      startExample('vite-react', latchkey.environment),
      startExample('express-api', latchkey.environment),
      launchBrowser(),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all([application?.stop(), api?.stop()]);
    await latchkey?.stop();
  });

  it.each(looks)(
    'a key that is copied opens the API, and is refused once it is revoked in the page ($name)',
    async (look) => {
      const visit = await visitNorthwind(browser, application.url, look);
      const refusals = refusalsIn(visit.page, latchkey.url);
      const email = `${randomUUID()}@example.com`;
      await visit.lookAt('1-home');
      await signUp(visit, email);
      await visit.lookAt('3-signed-in');

      await visit.goTo('/keys');
      await visit.lookAt('4-no-keys');
      const key = await createKey(visit, 'Nightly report');
      expect(await askApi(key)).toMatchObject({ status: 200, body: { owner: { type: 'user', name: email } } });
      await revokeKey(visit, 'Nightly report');
      expect(await askApi(key)).toMatchObject({ status: 401 });

      await createTeam(visit, 'Analytical Engines');
      await visit.goTo('/keys/team');
      // In dialogs that have been looked at.
      const unseen = { ...visit, lookAt: () => Promise.resolve() };
      const teamKey = await createKey(unseen, 'Billing worker');
      expect(await askApi(teamKey)).toMatchObject({
        status: 200,
        body: { owner: { type: 'team', name: 'Analytical Engines' } },
      });
      await visit.lookAt('9-team-keys');
      await revokeKey(unseen, 'Billing worker');
      expect(await askApi(teamKey)).toMatchObject({ status: 401 });

      expect(refusals).toEqual([]);
      expect(visit.problems).toEqual([]);
    },
  );

  it('a member without $manage_api_keys sees no keys of the team', async () => {
    const owner = await createPerson('Ada');
    const member = await createPerson('Ben');
    const { body: team } = await latchkey.callAsServer('POST', '/teams', {
      display_name: 'Analytical Engines',
      creator_user_id: owner.id,
    });
    await latchkey.callAsServer('POST', `/team-memberships/${team.id}/${member.id}`);
    await latchkey.callAsServer('PATCH', `/users/${member.id}`, { selected_team_id: team.id });
    await latchkey.callAsServer('POST', '/team-api-keys', {
      team_id: team.id,
      description: 'Billing worker',
      expires_at_millis: null,
    });

    const visit = await visitNorthwind(browser, application.url, { ...light, name: 'member' });
    await signIn(visit, member.email);
    await visit.goTo('/keys/team');
    await visit.page.getByText(visit.words.notAllowed).waitFor();
    await visit.lookAt('team-keys');
    expect(await visit.page.getByRole('table').count()).toBe(0);
    expect(await visit.page.getByText('Billing worker').count()).toBe(0);
    expect(visit.problems).toEqual([]);
  });

  async function createPerson(name: string): Promise<{ id: string; email: string }> {
    const email = `${randomUUID()}@example.com`;
    const { body } = await latchkey.callAsServer('POST', '/users', {
      display_name: name,
      primary_email: email,
      primary_email_auth_enabled: true,
      password,
    });
    return { id: body.id, email };
  }

  async function askApi(key: string) {
    const response = await fetch(`${api.url}/v1/invoices`, { headers: { authorization: `Bearer ${key}` } });
    const text = await response.text();
    return { status: response.status, body: response.ok ? JSON.parse(text) : text };
  }
});

async function signUp({ page, text, words, lookAt }: Visit, email: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: words.signUp }).click();
  await page.getByLabel(text('auth.email')).fill(email);
  await page.getByLabel(text('auth.password'), { exact: true }).fill(password);
  await lookAt('2-sign-up');
  await page.getByRole('button', { name: text('auth.sign_up') }).click();
  await page.getByRole('link', { name: words.createKey }).waitFor();
}

async function signIn({ page, text, words }: Visit, email: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: words.signIn }).click();
  await page.getByLabel(text('auth.email')).fill(email);
  await page.getByLabel(text('auth.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: text('auth.sign_in') }).click();
  await page.getByRole('link', { name: words.createKey }).waitFor();
}

async function createTeam({ page, text }: Visit, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: text('account.no_team') })
    .click();
  await page.getByRole('menuitem', { name: text('account.create_team') }).click();
  await page.getByLabel(text('account.team_name')).fill(name);
  await page.getByRole('button', { name: text('account.create_team') }).click();
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}

/** Creates a key on the page that is open, copies it with its button, and gives what the clipboard then holds. */
async function createKey({ page, text, lookAt }: Visit, name: string): Promise<string> {
  await page
    .getByRole('main')
    .getByRole('button', { name: text('api_keys.create'), exact: true })
    .click();
  const form = page.getByRole('dialog', { name: text('api_keys.create_title') });
  await form.getByLabel(text('api_keys.name')).fill(name);
  await lookAt('5-create');
  await form.getByRole('button', { name: text('api_keys.create') }).click();

  const created = page.getByRole('dialog', { name: text('api_keys.secret_title', { name }) });
  await created.getByRole('button', { name: text('common.copy'), exact: true }).click();
  await lookAt('6-created');
  const shown = await created.getByRole('group', { name: text('api_keys.secret_key') }).innerText();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(shown);
  await created.getByLabel(text('api_keys.stored')).check();
  await created.getByRole('button', { name: text('api_keys.done') }).click();
  await page.getByRole('rowheader', { name }).waitFor();
  await lookAt('7-keys');
  return copied;
}

async function revokeKey({ page, text, lookAt }: Visit, name: string): Promise<void> {
  await page.getByRole('button', { name: text('api_keys.actions_for', { name }) }).click();
  await page.getByRole('menuitem', { name: text('api_keys.revoke') }).click();
  await lookAt('8-revoke');
  await page.getByRole('button', { name: text('api_keys.revoke_confirm') }).click();
  await page.getByText(text('api_keys.revoked_message', { name })).waitFor();
}
