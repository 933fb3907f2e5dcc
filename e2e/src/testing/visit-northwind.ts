import type { Browser, Page } from 'playwright-core';
import { type Words, words as wordsByLanguage } from '../../../examples/vite-react/src/words.ts';
import { arabic } from '../../../packages/react/src/words/arabic.ts';
import { createTranslator, type Translator } from '../../../packages/react/src/words/create-translator.ts';
import { english } from '../../../packages/react/src/words/english.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { keepScreenshot } from './keep-screenshot.ts';
import { problemsIn } from './problems-in.ts';

/** How somebody looks at the application. Screenshots are kept under the name. */
export interface Look {
  name: string;
  language: 'en' | 'ar';
  theme: 'light' | 'dark';
  widthInPixels: number;
}

/** Somebody at the Vite application, with a browser of their own. */
export interface Visit {
  page: Page;
  /** What the components say in the visitor's language. */
  text: Translator['text'];
  /** What the application itself says in it. */
  words: Words;
  /** What the browser has complained of so far. */
  problems: string[];
  goTo(path: string): Promise<void>;
  /** Keeps a screenshot, and fails when what is shown is not accessible. */
  lookAt(what: string): Promise<void>;
}

/** Opens the application, and chooses language and colours at the foot of the page. */
export async function visitNorthwind(browser: Browser, url: string, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.widthInPixels, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const problems = problemsIn(page);
  await page.goto(url);
  await page.getByLabel(wordsByLanguage.en.theme).selectOption(look.theme);
  await page.getByLabel(wordsByLanguage.en.language).selectOption(look.language);
  return {
    page,
    text: createTranslator(look.language, look.language === 'ar' ? arabic : english).text,
    words: wordsByLanguage[look.language],
    problems,
    async goTo(path) {
      await page.goto(new URL(path, url).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    async lookAt(what) {
      await keepScreenshot(page, `northwind/${look.name}/${what}`);
      await checkAccessibility(page);
    },
  };
}
