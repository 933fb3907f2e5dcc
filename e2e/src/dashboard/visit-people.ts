import type { Browser } from 'playwright-core';
import { StackServerApp } from '../../../packages/js/src/index.ts';
import { openVisit, type Visit, type VisitOptions } from '../testing/open-visit.ts';
import { signInOperator } from '../testing/sign-in-operator.ts';
import type { RunningLatchkey } from '../testing/start-latchkey.ts';

/** How an operator looks at the dashboard. */
export interface OperatorLook extends VisitOptions {
  theme: 'light' | 'dark';
}

/** An operator at the users and teams of a project. */
export interface OperatorVisit extends Visit {
  /** Goes to a page of the project, and waits until it says its title. */
  goTo(path: string, title: string): Promise<void>;
}

/** Opens the dashboard, signed in as the operator of the installation. */
export async function visitPeople(
  browser: Browser,
  { url, environment }: RunningLatchkey,
  look: OperatorLook,
): Promise<OperatorVisit> {
  const visit = await openVisit(browser, look);
  const { page } = visit;
  await page.emulateMedia({ colorScheme: look.theme });
  await signInOperator(page, url);
  return {
    ...visit,
    async goTo(path, title) {
      await page.goto(`${url}/projects/${environment['STACK_PROJECT_ID'] ?? ''}${path}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    },
  };
}

/** The application's server of the running project. */
export function openServer({ url, environment }: RunningLatchkey): StackServerApp {
  return new StackServerApp({
    baseUrl: url,
    projectId: environment['STACK_PROJECT_ID'] ?? '',
    secretServerKey: environment['STACK_SECRET_SERVER_KEY'] ?? '',
    tokenStore: null,
  });
}
