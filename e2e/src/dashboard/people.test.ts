import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServerUser, StackClientApp, type StackServerApp } from '../../../packages/js/src/index.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';
import { openServer, type OperatorLook, visitPeople } from './visit-people.ts';

const light: OperatorLook = { name: 'dashboard/people', theme: 'light' };
const narrow: OperatorLook = { name: 'dashboard/people-narrow', theme: 'dark', widthInPixels: 390 };

describe('users and teams in the dashboard', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;
  let server: StackServerApp;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
    server = openServer(latchkey);
    for (let index = 0; index < 60; index += 1) {
      await server.createUser({ displayName: `Grace Hopper${index}`, primaryEmail: `grace${index}@example.com` });
    }
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  function createUser(displayName: string): Promise<ServerUser> {
    const primaryEmail = `${displayName.replace(' ', '.').toLowerCase()}@example.com`;
    return server.createUser({ displayName, primaryEmail, primaryEmailVerified: true });
  }

  async function isAccepted(key: string): Promise<boolean> {
    return (await server.checkApiKey(key)).valid;
  }

  it('search, filter, order and page stand in the address, and the focus stays', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const restricted = await createUser('Restricted Rita');
    await restricted.update({ restrictedByAdmin: true });

    await goTo('/users', 'Users');
    await page.getByRole('row', { name: /Restricted Rita/ }).waitFor();
    await lookAt('users');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/pages=/);
    await page.getByText(/^51 to/).waitFor();
    expect(await focusedText(page)).toBe('Next');
    await page.reload();
    await page.getByText(/^51 to/).waitFor();
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.getByText('1 to 50', { exact: true }).waitFor();
    expect(await focusedText(page)).toBe('Previous');
    expect(page.url()).not.toContain('pages=');

    await page.getByRole('radio', { name: 'Restricted' }).check();
    await page.waitForURL(/status=restricted/);
    await page.getByText('1 in all', { exact: true }).waitFor();
    await page.goBack();
    await page.getByText('1 to 50', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Last active' }).click();
    await page.waitForURL(/sort=last-active/);
    await page.getByRole('columnheader', { name: 'Last active', includeHidden: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Search users' }).fill('hopper59');
    await page.waitForURL(/search=hopper59/);
    await page.getByText('1 in all', { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Search users' }).fill('nobody at all');
    await page.getByText('No users match', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await page.getByText('1 to 50', { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('a restriction says what stops working, and does it; lifted, it works again', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const user = await createUser('Ada Lovelace');
    const { value: key } = await user.createApiKey({ description: 'Worker', expiresAt: null });
    await user.createSession();

    await goTo(`/users/${user.id}`, 'Ada Lovelace');
    await page.getByText('ada.lovelace@example.com').last().waitFor();
    await lookAt('user');
    await page.getByRole('button', { name: 'Restrict' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('1 valid API key stops working at once and 1 session ends.').waitFor();
    await dialog.getByLabel('Reason').fill('Card was refused');
    await lookAt('restrict');
    await dialog.getByRole('button', { name: 'Restrict' }).click();
    await page.getByText('Reason: Card was refused').waitFor();
    expect(await server.checkApiKey(key)).toEqual({ valid: false, reason: 'owner_restricted' });
    expect(await user.getActiveSessions()).toEqual([]);

    await page.getByRole('button', { name: 'Lift restriction' }).first().click();
    await page.getByText('1 API key works again at once.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lift restriction' }).click();
    await page.getByText('Reason: Card was refused').waitFor({ state: 'detached' });
    expect(await isAccepted(key)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('an impersonation signs in where the snippet is pasted, is tagged, and ends where it is listed', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const user = await createUser('Alan Turing');

    await goTo(`/users/${user.id}`, 'Alan Turing');
    await page.getByRole('button', { name: 'Impersonate' }).click();
    await page.getByRole('button', { name: 'Begin session' }).click();
    const snippet = await page.getByRole('group', { name: 'Snippet for the console' }).innerText();
    await lookAt('impersonation');
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await signedInAfter(snippet)).toBe(user.id);

    await page.getByRole('tab', { name: 'Sessions' }).click();
    await page.getByText('Impersonation', { exact: true }).waitFor();
    await lookAt('sessions');
    await page.getByRole('button', { name: 'End session' }).click();
    await page.getByText('Not signed in anywhere').waitFor();
    expect(await signedInAfter(snippet)).toBeNull();
    expect(problems).toEqual([]);
  });

  /** Whom the application takes a browser for whose console the snippet was pasted into. */
  async function signedInAfter(snippet: string): Promise<string | null> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${latchkey.url}/health`);
    await Promise.all([page.waitForEvent('load'), page.evaluate(snippet).catch(() => undefined)]);
    const cookies = await context.cookies();
    await context.close();
    const headers = new Headers({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') });
    return (await server.getUser({ tokenStore: { headers } }))?.id ?? null;
  }

  it('a deletion is typed, says what dies with the user, and leaves nothing', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const user = await createUser('Edsger Dijkstra');
    const { value: key } = await user.createApiKey({ description: 'Worker', expiresAt: null });
    await user.createTeam({ displayName: 'Structured' });

    await goTo(`/users/${user.id}`, 'Edsger Dijkstra');
    await page.getByRole('button', { name: 'Delete user' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(/1 valid API key stops working at once.*Structured then has no member/).waitFor();
    await lookAt('delete');
    await dialog.getByLabel(/to confirm/).fill('somebody else');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    expect(await isAccepted(key)).toBe(true);
    await dialog.getByLabel(/to confirm/).fill('edsger.dijkstra@example.com');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
    expect(await isAccepted(key)).toBe(false);
    expect(await server.getUser(user.id)).toBeNull();
    expect(problems).toEqual([]);
  });

  it('a member leaves a team with the keys that they made, where that is wished', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const [owner, member] = [await createUser('Barbara Liskov'), await createUser('Donald Knuth')];
    const team = await owner.createTeam({ displayName: 'Northwind' });
    const { value: kept } = await team.createApiKey({ description: 'Of the server', expiresAt: null });
    await team.addUser(member.id);
    await member.grantPermission(team, '$manage_api_keys');
    const made = await createTeamKeyAs(member, team.id);

    await goTo(`/teams/${team.id}`, 'Northwind');
    await page.getByRole('row', { name: /Donald Knuth/ }).waitFor();
    await lookAt('team');
    await page.getByRole('button', { name: 'Actions for Donald Knuth' }).click();
    await page.getByRole('menuitem', { name: 'Remove from team…' }).click();
    await page.getByLabel('Revoke 1 key they made').check();
    await lookAt('remove-member');
    await page.getByRole('button', { name: 'Remove member' }).click();
    await page.getByRole('row', { name: /Donald Knuth/ }).waitFor({ state: 'detached' });
    expect([await isAccepted(made), await isAccepted(kept)]).toEqual([false, true]);
    expect(problems).toEqual([]);
  });

  async function createTeamKeyAs(member: ServerUser, teamId: string): Promise<string> {
    const session = await member.createSession();
    const client = new StackClientApp({
      baseUrl: latchkey.url,
      projectId: latchkey.environment['STACK_PROJECT_ID'] ?? '',
      publishableClientKey: latchkey.environment['STACK_PUBLISHABLE_CLIENT_KEY'] ?? '',
      tokenStore: await session.getTokens(),
    });
    const team = await (await client.getUser({ or: 'throw' })).getTeam(teamId);
    const key = await team?.createApiKey({ description: 'Of the member', expiresAt: null });
    return key?.value ?? '';
  }

  it('reads well in the dark on a small screen', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, narrow);
    const user = await createUser('Margaret Hamilton');
    const team = await user.createTeam({ displayName: 'Apollo' });

    const looks: [what: string, path: string, title: string, sign: string][] = [
      ['users', '/users', 'Users', 'Margaret Hamilton'],
      ['user', `/users/${user.id}`, 'Margaret Hamilton', 'Access'],
      ['user-teams', `/users/${user.id}?tab=teams`, 'Margaret Hamilton', 'team_admin'],
      ['user-metadata', `/users/${user.id}?tab=metadata`, 'Margaret Hamilton', 'Server metadata'],
      ['teams', '/teams', 'Teams', 'Apollo'],
      ['team', `/teams/${team.id}`, 'Apollo', 'Margaret Hamilton'],
      ['team-settings', `/teams/${team.id}?tab=settings`, 'Apollo', 'Danger zone'],
    ];
    for (const [what, path, title, sign] of looks) {
      await goTo(path, title);
      await page.getByText(sign).first().waitFor();
      await lookAt(what);
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWider, `${what} is wider than the screen`).toBe(false);
    }
    expect(problems).toEqual([]);
  });
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
