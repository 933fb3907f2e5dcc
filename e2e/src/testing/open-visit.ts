import type { Browser, Page } from 'playwright-core';
import { arabic } from '../../../packages/react/src/words/arabic.ts';
import { createTranslator, type Translator } from '../../../packages/react/src/words/create-translator.ts';
import { english } from '../../../packages/react/src/words/english.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { keepScreenshot } from './keep-screenshot.ts';
import { problemsIn } from './problems-in.ts';

export interface VisitOptions {
  /** Screenshots are kept in a folder of this name. */
  name: string;
  language?: 'en' | 'ar';
  widthInPixels?: number;
}

/** Somebody at an application, with a browser of their own. */
export interface Visit {
  page: Page;
  /** What the components say in the visitor's language. */
  text: Translator['text'];
  /** What the browser has complained of so far. */
  problems: string[];
  /** Keeps a screenshot, and fails when what is shown is not accessible. */
  lookAt(what: string): Promise<void>;
}

/** Opens an empty page in a browser of its own. */
export async function openVisit(
  browser: Browser,
  { name, language = 'en', widthInPixels = 1280 }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: widthInPixels, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  return {
    page,
    text: createTranslator(language, language === 'ar' ? arabic : english).text,
    problems: problemsIn(page),
    async lookAt(what) {
      await keepScreenshot(page, `${name}/${what}`);
      await checkAccessibility(page);
    },
  };
}
