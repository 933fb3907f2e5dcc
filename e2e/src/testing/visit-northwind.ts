import type { Browser } from 'playwright-core';
import { type Words, words as wordsByLanguage } from '../../../examples/vite-react/src/words.ts';
import { openVisit, type Visit, type VisitOptions } from './open-visit.ts';

/** How somebody looks at the application. */
export interface Look extends Required<VisitOptions> {
  theme: 'light' | 'dark';
}

/** Somebody at the Vite application. */
export interface NorthwindVisit extends Visit {
  /** What the application itself says in the visitor's language. */
  words: Words;
  goTo(path: string): Promise<void>;
}

/** Opens the application, and chooses language and colours at the foot of the page. */
export async function visitNorthwind(browser: Browser, url: string, look: Look): Promise<NorthwindVisit> {
  const visit = await openVisit(browser, look);
  const { page } = visit;
  await page.goto(url);
  await page.getByLabel(wordsByLanguage.en.theme).selectOption(look.theme);
  await page.getByLabel(wordsByLanguage.en.language).selectOption(look.language);
  return {
    ...visit,
    words: wordsByLanguage[look.language],
    async goTo(path) {
      await page.goto(new URL(path, url).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}
