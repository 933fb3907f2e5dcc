import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../testing/launch-browser.ts';
import { openVisit } from '../testing/open-visit.ts';
import { type RunningLatchkey, startLatchkey } from '../testing/start-latchkey.ts';
import { type OperatorLook, visitPeople } from './visit-people.ts';

const light: OperatorLook = { name: 'dashboard/operators', theme: 'light' };
const narrow: OperatorLook = { name: 'dashboard/operators-narrow', theme: 'dark', widthInPixels: 390 };

describe('operators in the dashboard', () => {
  let latchkey: RunningLatchkey;
  let browser: Browser;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await latchkey?.stop();
  });

  async function goToOperators(page: Page): Promise<void> {
    await page.goto(`${latchkey.url}/operators`);
    await page.getByRole('button', { name: /^Leave/ }).waitFor();
  }

  async function allowsTeamCreation(): Promise<unknown> {
    const { body } = await latchkey.callAsAdmin('GET', '/internal/projects/current');
    return body.config.client_team_creation_enabled;
  }

  it('the last one of a team with projects cannot go, and the page says why', async () => {
    const { page, problems, lookAt } = await visitPeople(browser, latchkey, light);
    await goToOperators(page);
    await page.getByText(/cannot go: nobody could administer/).waitFor();
    expect(await page.getByRole('button', { name: /^Leave/ }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: /^Actions for/ }).click();
    expect(await page.getByRole('menuitem', { name: /Delete/ }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await lookAt('last-operator');
    expect(problems).toEqual([]);
  });

  it('a link makes an operator, who administers the projects until removed', async () => {
    const { page, problems, lookAt } = await visitPeople(browser, latchkey, light);
    await goToOperators(page);
    await page.getByRole('button', { name: /^Invite to/ }).click();
    await page.getByText(/sends no mail/).waitFor();
    await page.getByRole('button', { name: 'Make a link to copy' }).click();
    const link = await page.getByRole('group', { name: 'Link of the invitation' }).innerText();
    await lookAt('invitation-link');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('rowheader', { name: 'whoever has the link' }).waitFor();

    const { page: second, problems: secondProblems } = await openVisit(browser, { name: 'dashboard/second-operator' });
    await second.goto(link);
    await second.getByLabel('E-mail address').or(second.getByLabel('Email')).fill('grace@example.com');
    await second.getByLabel('Password', { exact: true }).fill('correct horse battery staple');
    await second.getByRole('button', { name: /join/i }).click();
    await second.waitForURL((address) => address.pathname === '/');
    await second.getByRole('heading', { name: 'Projects' }).waitFor();
    const projectPage = `${latchkey.url}/projects/${latchkey.environment['STACK_PROJECT_ID'] ?? ''}/settings`;
    await second.goto(projectPage);
    await second.getByRole('switch', { name: 'Users create teams' }).check();
    await expect.poll(allowsTeamCreation, { timeout: 30_000 }).toBe(true);
    expect(secondProblems).toEqual([]);

    await goToOperators(page);
    await lookAt('two-operators');
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/lose access to 2 projects/)
      .waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText(/was removed/).waitFor();
    await second.goto(projectPage);
    await second.getByRole('heading', { name: 'Nothing here' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('an invitation that was withdrawn works no longer', async () => {
    const { page, problems, lookAt } = await visitPeople(browser, latchkey, narrow);
    await goToOperators(page);
    await page.getByRole('button', { name: /^Invite to/ }).click();
    await lookAt('invite');
    await page.getByRole('button', { name: 'Make a link to copy' }).click();
    const link = await page.getByRole('group', { name: 'Link of the invitation' }).innerText();
    await page.getByRole('button', { name: 'Done' }).click();
    await lookAt('open-invitation');
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await page.getByRole('button', { name: /^Withdraw/ }).click();
    await page.getByText('The invitation was withdrawn').waitFor();
    const answer = await fetch(`${latchkey.url}/api/v1/latchkey/operators`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        code: new URL(link).hash.slice('#code='.length),
        email: 'late@example.com',
        password: 'correct horse battery staple',
      }),
    });
    expect(answer.status).toBe(404);
    expect(problems).toEqual([]);
  });
});
