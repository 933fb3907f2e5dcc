import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from './testing/create-key.ts';
import { launchBrowser } from './testing/launch-browser.ts';
import { refusalsIn } from './testing/refusals-in.ts';
import { revokeKey } from './testing/revoke-key.ts';
import { startAndStop } from './testing/start-and-stop.ts';
import { type RunningExample, startExample } from './testing/start-example.ts';
import { type RunningLatchkey, startLatchkey } from './testing/start-latchkey.ts';
import { submitCredentials } from './testing/submit-credentials.ts';
import { type Look, type NorthwindVisit, visitNorthwind } from './testing/visit-northwind.ts';

const light: Look = { name: 'northwind/light', language: 'en', theme: 'light', widthInPixels: 1280 };
const looks: Look[] = [
  light,
  { ...light, name: 'northwind/dark', theme: 'dark' },
  { ...light, name: 'northwind/arabic', language: 'ar' },
  { ...light, name: 'northwind/narrow', widthInPixels: 360 },
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
      await visit.lookAt('home');
      await visit.goTo('/handler/sign-up');
      await submitCredentials(visit, 'auth.sign_up', { email, password });
      await visit.page.getByRole('link', { name: visit.words.createKey }).waitFor();
      await visit.lookAt('signed-in');

      await visit.goTo('/keys');
      await visit.lookAt('no-keys');
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
      await visit.lookAt('team-keys');
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

    const visit = await visitNorthwind(browser, application.url, { ...light, name: 'northwind/member' });
    await visit.goTo('/handler/sign-in');
    await submitCredentials(visit, 'auth.sign_in', { email: member.email, password });
    await visit.page.getByRole('link', { name: visit.words.createKey }).waitFor();
    await visit.goTo('/keys/team');
    await visit.page.getByText(visit.words.notAllowed).waitFor();
    await visit.lookAt('team-keys');
    expect(await visit.page.getByRole('table').count()).toBe(0);
    expect(await visit.page.getByText('Billing worker').count()).toBe(0);
    expect(visit.problems).toEqual([]);
  });

  it.each(looks)('every section of the account settings is in reach of everybody ($name)', async (look) => {
    const { email } = await createPerson('Ada');
    const visit = await visitNorthwind(browser, application.url, { ...look, name: `${look.name}/settings` });
    await visit.goTo('/handler/sign-in');
    await submitCredentials(visit, 'auth.sign_in', { email, password });
    await visit.page.getByRole('link', { name: visit.words.createKey }).waitFor();
    for (const section of ['profile', 'security', 'sessions', 'api-keys', 'teams', 'account']) {
      await visit.goTo(`/handler/account-settings#${section}`);
      await visit.page.locator(`a[href="#${section}"][aria-current="page"]`).waitFor();
      await visit.lookAt(section);
    }
    expect(visit.problems).toEqual([]);
  });

  it.each(['vite-react', 'express-api'])('%s starts against a fresh server with one command', async (name) => {
    expect(await startAndStop(name)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('STACK_PROJECT_ID='),
    });
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

async function createTeam({ page, text }: NorthwindVisit, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: text('account.no_team') })
    .click();
  await page.getByRole('menuitem', { name: text('account.create_team') }).click();
  await page.getByLabel(text('account.team_name')).fill(name);
  await page.getByRole('button', { name: text('account.create_team') }).click();
  await page.getByRole('banner').getByRole('button', { name }).waitFor();
}
