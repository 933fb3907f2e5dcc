import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StackServerApp } from '../../../packages/js/src/index.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';
import { openServer, type OperatorLook, visitPeople } from './visit-people.ts';

const light: OperatorLook = { name: 'dashboard/settings', theme: 'light' };
const narrow: OperatorLook = { name: 'dashboard/settings-narrow', theme: 'dark', widthInPixels: 390 };

describe('the settings of a project in the dashboard', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;
  let server: StackServerApp;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
    server = openServer(latchkey);
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  it('a kind switched off says how many keys stop, and refuses them; on again, they are back', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const user = await server.createUser({ displayName: 'Ada' });
    const { value: key } = await user.createApiKey({ description: 'Worker', expiresAt: null });

    await goTo('/settings', 'Settings');
    await page.getByRole('switch', { name: 'User API keys' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Switch API keys of users off?' });
    await dialog.getByText(/^1 valid key of a user stops working at once/).waitFor();
    await lookAt('switch-off-users');
    expect((await server.checkApiKey(key)).valid).toBe(true);
    await dialog.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('API keys of users are off.').waitFor();
    expect(await server.checkApiKey(key)).toEqual({ valid: false, reason: 'kind_disabled' });
    expect(await page.getByRole('switch', { name: 'User API keys' }).isChecked()).toBe(false);

    await page.getByRole('switch', { name: 'User API keys' }).check();
    await page.getByText('User API keys are on.').waitFor();
    expect((await server.checkApiKey(key)).valid).toBe(true);
    expect(problems).toEqual([]);
  });

  it('a domain is looked at before it is trusted, and taken back by undoing', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    await goTo('/sign-in', 'Sign-in');
    await page.getByRole('button', { name: 'Add domain' }).click();
    const dialog = page.getByRole('dialog', { name: 'Trust a domain' });
    await dialog.getByLabel('Domain', { exact: true }).fill('https://example.com/callback');
    await page.keyboard.press('Enter');
    await dialog.getByText('Leave the path out').waitFor();
    await dialog.getByLabel('Domain', { exact: true }).fill('https://*.example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'https://*.example.com' }).waitFor();
    await lookAt('sign-in');
    await page.getByRole('button', { name: 'Remove https://*.example.com' }).click();
    await page.getByRole('rowheader', { name: 'https://*.example.com' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('rowheader', { name: 'https://*.example.com' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('permissions are made, put into each other and deleted by keyboard', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    await goTo('/permissions', 'Permissions');
    await page.getByRole('button', { name: 'New permission' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Name').fill('see_reports');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'see_reports' }).waitFor();

    const graph = page.getByRole('group', { name: 'Permissions, and what contains what' });
    await graph.getByRole('button', { name: /^team_member,/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'team_member' }).waitFor();
    await page.getByLabel('Put into team_member').selectOption('see_reports');
    await page.getByText('team_member contains see_reports.').waitFor();
    await lookAt('permissions');
    await graph.getByRole('button', { name: /^team_member,/ }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-permission'))).not.toBe('team_member');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-permission'))).toBe('team_member');

    const user = await server.createUser({ displayName: 'Reader' });
    const team = await server.createTeam({ displayName: 'Readers' });
    await team.addUser(user.id);
    expect(await user.hasPermission(team, 'see_reports')).toBe(true);

    await graph.getByRole('button', { name: /^see_reports,/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/goes out of team_member/)
      .waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('see_reports was deleted.').waitFor();
    expect(await user.hasPermission(team, 'see_reports')).toBe(false);
    expect(problems).toEqual([]);
  });

  it('project keys are shown once, work, and stop with their set', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    await goTo('/project-keys', 'Project keys');
    await page.getByRole('button', { name: 'Create project keys' }).click();
    await page.getByLabel('Name').fill('Staging');
    await page.keyboard.press('Enter');
    const shown = page.getByRole('group', { name: 'File .env' });
    const lines = await shown.innerText();
    await lookAt('new-project-keys');
    const secretServerKey = /STACK_SECRET_SERVER_KEY=(ssk_\w+)/.exec(lines)?.[1] ?? '';
    const projectId = /STACK_PROJECT_ID=(\S+)/.exec(lines)?.[1] ?? '';
    const staging = new StackServerApp({ baseUrl: latchkey.url, projectId, secretServerKey, tokenStore: null });
    await staging.listUsers();
    await page.getByLabel('I have stored them').check();
    await page.getByRole('button', { name: 'Done' }).click();

    await page.getByRole('button', { name: 'Actions for Staging' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByText(/Publishable client key …\w{4} was never used/).waitFor();
    await lookAt('revoke-project-keys');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('The project keys were revoked.').waitFor();
    await expect(staging.listUsers()).rejects.toMatchObject({ code: 'INVALID_SECRET_SERVER_KEY' });
    expect(problems).toEqual([]);
  });

  it('a kept mail is shown without doing what it says', async () => {
    const { page, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    const team = await server.createTeam({ displayName: 'Bridge' });
    await team.inviteUser({ email: 'grace@example.com', callbackUrl: 'http://localhost:3000/join' });
    await goTo('/mail', 'Mail');
    await page.getByText('LATCHKEY_SMTP_URL').waitFor();
    await lookAt('mail');

    const script = '<script>parent.document.title = "stolen"</script>';
    const picture = `<img src="${latchkey.url}/tracker.png" onerror="parent.document.title = 'stolen'">`;
    await page.route('**/api/v1/latchkey/mails/*', async (route) => {
      const response = await route.fetch();
      const mail = (await response.json()) as object;
      await route.fulfill({ response, json: { ...mail, html: `<p>Hello</p>${script}${picture}` } });
    });
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http:\/\/localhost:3000\/join\?code=/);
    await page.getByRole('tab', { name: 'HTML' }).click();
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toBe('');
    await frame.contentFrame().getByText('Hello').waitFor();
    expect(await page.title()).not.toBe('stolen');
    await lookAt('one-mail');
  });

  it('every page is accessible in the dark, on a small screen, and none is cut', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, narrow);
    const pages = [
      ['/settings', 'Settings'],
      ['/sign-in', 'Sign-in'],
      ['/permissions?permission=team_admin', 'Permissions'],
      ['/project-keys', 'Project keys'],
      ['/mail', 'Mail'],
    ] as const;
    for (const [path, title] of pages) {
      await goTo(path, title);
      await page.waitForLoadState('networkidle');
      await lookAt(title.toLowerCase().replace(' ', '-'));
      const isCut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect([path, isCut]).toEqual([path, false]);
    }
    expect(problems).toEqual([]);
  });

  it('a project is deleted by typing its name', async () => {
    const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
    await goTo('/settings', 'Settings');
    await page.getByRole('button', { name: 'Delete project' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete Northwind?' });
    await dialog.getByText(/users? .* deleted\. .* working/).waitFor();
    await lookAt('delete-project');
    await dialog.getByLabel(/Type Northwind/).fill('Northwin');
    await dialog.getByRole('button', { name: 'Delete project' }).click();
    await dialog.locator('[aria-invalid]').waitFor();
    await dialog.getByLabel(/Type Northwind/).fill('Northwind');
    await dialog.getByRole('button', { name: 'Delete project' }).click();
    await page.waitForURL((address) => address.pathname === '/');
    await page.getByRole('link', { name: 'Northwind' }).waitFor({ state: 'detached' });
    await expect(server.listUsers()).rejects.toMatchObject({ code: 'CURRENT_PROJECT_NOT_FOUND' });
    expect(problems).toEqual([]);
  });
});

describe('a mail server that is not there', () => {
  it('fails the test mail at the step where it fails, with what to do', async () => {
    const [latchkey, browser] = await Promise.all([
      startLatchkey({ LATCHKEY_SMTP_URL: 'smtp://127.0.0.1:9' }),
      launchBrowser(),
    ]);
    try {
      const { page, problems, goTo, lookAt } = await visitPeople(browser, latchkey, light);
      await goTo('/mail', 'Mail');
      await page.getByRole('button', { name: 'Send test mail' }).click();
      await page.getByText('It failed at connecting to the mail server').waitFor();
      await page.getByText(/Look at the host and port in LATCHKEY_SMTP_URL/).waitFor();
      await lookAt('test-mail-failed');
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
      await latchkey.stop();
    }
  });
});
