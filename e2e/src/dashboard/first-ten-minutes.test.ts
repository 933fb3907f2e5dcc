import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StackServerApp } from '../../../packages/js/src/index.ts';
import { type FreshLatchkey, startFreshLatchkey } from '../../../tools/examples/start-fresh-latchkey.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { openVisit, type Visit } from '../testing/open-visit.ts';

const looks = [
  { name: 'dashboard/first-ten-minutes', colorScheme: 'light', widthInPixels: 1280 },
  { name: 'dashboard/first-ten-minutes-dark-390', colorScheme: 'dark', widthInPixels: 390 },
] as const;

describe.each(looks)('an operator’s first ten minutes ($colorScheme, $widthInPixels px)', (look) => {
  let latchkey: FreshLatchkey;
  let browser: Browser;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startFreshLatchkey(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  it('lead from the printed link to a key that was made, revoked and refused', async () => {
    const visit = await openVisit(browser, look);
    const { page, problems, lookAt } = visit;
    await page.emulateMedia({ colorScheme: look.colorScheme });

    await claim(visit, latchkey);
    await lookAt('connect-first-project');
    const environment = await createProject(visit, 'Northwind');
    await runFirstProgram(environment, `${look.colorScheme}-first-key.mjs`);
    await page.getByText('First request received').waitFor();
    await lookAt('connected');

    await page.getByRole('link', { name: 'Go to the overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

    const secretServerKey = await createProjectKey(visit);
    const server = openServer(environment, secretServerKey);
    const user = await server.createUser({ displayName: 'Grace Hopper' });
    const apiKey = await user.createApiKey({ description: 'Compiler', expiresAt: null, isPublic: false });
    expect(await server.getUser({ apiKey: apiKey.value })).not.toBeNull();

    await goByNavigation(visit, 'API keys');
    await page.getByRole('row', { name: /Compiler/ }).waitFor();
    await lookAt('api-keys');
    await page.getByRole('button', { name: 'Actions for Compiler' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await lookAt('revoke');
    await page.getByRole('button', { name: 'Revoke key' }).click();
    await page.getByText('“Compiler” was revoked.').waitFor();
    await expect.poll(() => page.getByRole('row', { name: /Compiler/ }).count()).toBe(0);

    expect(await server.checkApiKey(apiKey.value)).toMatchObject({ valid: false });
    await goByNavigation(visit, 'Overview');
    await refusedOf(page).filter({ hasText: /[1-9]/ }).waitFor();
    await lookAt('overview');
    expect(problems).toEqual([]);
  });
});

/** Follows the printed link, whose code is gone from the address before the page shows. */
async function claim({ page, lookAt }: Visit, { url, claimCode }: FreshLatchkey): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Claim code').waitFor();
  await lookAt('claim-without-link');
  await page.goto('about:blank');
  await page.goto(`${url}/claim#code=${claimCode}`);
  await page.getByRole('heading', { level: 1, name: 'Claim this installation' }).waitFor();
  expect(page.url()).toBe(`${url}/claim`);
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('analytical engine');
  await lookAt('claim');
  await page.getByRole('button', { name: 'Become the operator' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connect your application' }).waitFor();
  await page.getByText('Waiting for the first request').waitFor();
}

/** Makes a project, and gives what its page says to paste into `.env`. */
async function createProject({ page, lookAt }: Visit, name: string): Promise<Record<string, string>> {
  await page.goto(new URL('/', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
  await lookAt('projects');
  await page.getByRole('link', { name: 'New project' }).click();
  await page.getByLabel('Name').fill(name);
  await expectOn(page, 'User API keys');
  await expectOn(page, 'Team API keys');
  await lookAt('new-project');
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.getByText('shown this once').waitFor();
  for (const tab of ['React', 'Next.js', 'curl', 'JavaScript']) {
    await page.getByRole('tab', { name: tab }).click();
    await lookAt(`connect-${tab}`);
  }
  const lines = await page.getByRole('group', { name: '.env', exact: true }).innerText();
  return Object.fromEntries(lines.split('\n').map((line) => line.split('=') as [string, string]));
}

async function expectOn(page: Page, name: string): Promise<void> {
  expect(await page.getByRole('switch', { name }).isChecked()).toBe(true);
}

/** Runs the program of the page as it stands there, beside the packages of this repository. */
async function runFirstProgram(environment: Record<string, string>, name: string): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../../output');
  const { connectionSnippets } = await import('../../../packages/dashboard/src/projects/connection-snippets.ts');
  const connection = { url: '', projectId: '', keys: undefined, allowsUserApiKeys: true as const };
  const program = connectionSnippets(connection, 'javascript').find(({ title }) => title === 'first-key.mjs');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), program?.code ?? '');
  const { stdout } = await promisify(execFile)(process.execPath, [name], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
  });
  expect(stdout).toContain('The key belongs to Ada');
}

/** Makes a set of project keys, and gives its secret server key. */
async function createProjectKey(visit: Visit): Promise<string> {
  const { page, lookAt } = visit;
  await goByNavigation(visit, 'Project keys');
  await lookAt('project-keys');
  await page
    .getByRole('button', { name: /^Create/ })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Back end');
  await form.getByRole('button', { name: /^Create/ }).click();
  const lines = await page.getByRole('group', { name: 'File .env' }).innerText();
  await lookAt('project-keys-created');
  await page.getByLabel('I have stored them').check();
  await page.getByRole('button', { name: 'Done' }).click();
  const key = /STACK_SECRET_SERVER_KEY=(\S+)/.exec(lines)?.[1];
  if (key === undefined) throw new Error(`no secret server key in:\n${lines}`);
  return key;
}

function openServer(environment: Record<string, string>, secretServerKey: string): StackServerApp {
  const { STACK_API_URL: baseUrl = '', STACK_PROJECT_ID: projectId = '' } = environment;
  return new StackServerApp({ baseUrl, projectId, secretServerKey, tokenStore: null });
}

/** Goes to a page of the project by its name, which stands in a menu on small screens. */
async function goByNavigation({ page }: Visit, name: string): Promise<void> {
  const toggle = page.getByRole('button', { name: 'Navigation', exact: true });
  if (await toggle.isVisible()) await toggle.click();
  await page
    .getByRole('navigation', { name: 'Dashboard' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** The share of refused checks in the overview. */
function refusedOf(page: Page) {
  return page.locator('.lk-stat').filter({ hasText: 'Refused' }).locator('.lk-stat__value');
}
