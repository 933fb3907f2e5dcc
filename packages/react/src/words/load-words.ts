import { english } from './english.ts';
import type { Words } from './words.ts';

/** The languages that come along; all but English are loaded when they are asked for. */
export type Language = 'en' | 'de' | 'ja' | 'ar';

const loaders = {
  de: () => import('./german.ts').then(({ german }) => german),
  ja: () => import('./japanese.ts').then(({ japanese }) => japanese),
  ar: () => import('./arabic.ts').then(({ arabic }) => arabic),
};

const loading = new Map<Language, Promise<Words>>();

/** The words of a language: at once where they are here, else a promise, always the same one. */
export function loadWords(language: Language): Words | Promise<Words> {
  if (language === 'en') return english;
  const known = loading.get(language);
  if (known !== undefined) return known;
  const words = loaders[language]();
  loading.set(language, words);
  // Offline for a moment is not for good.
  words.catch(() => loading.delete(language));
  return words;
}
