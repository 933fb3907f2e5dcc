import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when axe finds anything wrong with the page as it is now, and says what and where. */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (values) => window.axe.run(document, { runOnly: { type: 'tag', values } }),
    rules,
  );
  const problems = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  at ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
  if (problems.length > 0) throw new Error(`${page.url()} is not accessible:\n${problems.join('\n')}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
