// Every page of the dashboard in every look, in e2e/output/screenshots, for people to look at: npm run screenshots
import type { Browser, Page } from 'playwright-core';
import { buildPackages, dashboardBuild, isBuildStale } from '../../../tools/build-packages.js';
import { keepScreenshot } from '../testing/keep-screenshot.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { signInOperator } from '../testing/sign-in-operator.ts';
import { startLivelyLatchkey } from './start-lively-latchkey.ts';

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: '390px', colorScheme: 'light', width: 390 },
  { name: '390px-dark', colorScheme: 'dark', width: 390 },
] as const;

/** Before anybody has signed in. */
const outerPages = ['handler/sign-in', 'handler/forgot-password', 'claim', 'join', 'nothing/here'];

const innerPages = ['', 'projects/new', 'operators', 'account'];

const projectPages = [
  ...['', 'users', 'teams', 'api-keys', 'api-keys?status=expired', 'api-keys?search=zzzz', 'connect'],
  ...['sign-in', 'permissions', 'mail', 'project-keys', 'settings'],
];

/** Lists whose first entry has a page of its own. */
const lists = ['users', 'teams', 'api-keys'];

if (isBuildStale(dashboardBuild)) await buildPackages(dashboardBuild);
const latchkey = await startLivelyLatchkey();
const browser = await launchBrowser();
try {
  for (const look of looks) await takeAll(browser, look);
  console.log('The screenshots are in e2e/output/screenshots.');
} finally {
  await browser.close();
  await latchkey.stop();
}

async function takeAll(browser: Browser, { name, colorScheme, width }: (typeof looks)[number]): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const take = async (address: string, title = address) => {
    await page.goto(`${latchkey.url}/${address}`);
    await settle(page);
    await keepScreenshot(page, `screenshots/${name}/${title.replaceAll(/[/?=]+/g, '-') || 'projects'}`);
  };
  for (const address of outerPages) await take(address);
  await signInOperator(page, latchkey.url);
  for (const address of innerPages) await take(address);
  const project = `projects/${latchkey.projectId}`;
  for (const address of projectPages) await take(`${project}/${address}`, `project-${address || 'overview'}`);
  for (const list of lists) {
    await page.goto(`${latchkey.url}/${project}/${list}`);
    const first = page.getByRole('table').getByRole('rowheader').getByRole('link').first();
    await first.waitFor();
    await take(((await first.getAttribute('href')) ?? '').slice(1), `project-${list}-one`);
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('ada');
  await settle(page);
  await keepScreenshot(page, `screenshots/${name}/palette`);
  await context.close();
}

/** Waits until nothing is on its way any more. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  // Charts draw themselves after their data has come.
  await page.waitForTimeout(300);
}
