import type { Page } from 'playwright-core';

/** Who claims the installations of tests: see `tools/examples/create-project.ts`. */
const operator = { email: 'operator@example.com', password: 'correct horse battery staple' };

/** Signs in to the dashboard at `url`, as the operator of a test's installation. */
export async function signInOperator(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/handler/sign-in`);
  await page.getByLabel('E-mail address').fill(operator.email);
  await page.getByLabel('Password', { exact: true }).fill(operator.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor();
}
