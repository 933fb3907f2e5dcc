import type { Page } from 'playwright-core';

/** What the browser complains of from here on, as a list that grows: errors of scripts, and warnings of React. */
export function problemsIn(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  return problems;
}
