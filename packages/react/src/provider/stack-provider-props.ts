import type { StackClientApp } from '@latchkey/js';
import type { ReactNode } from 'react';
import type { Language } from '../words/load-words.ts';
import type { WordOverrides } from '../words/words.ts';

/** `system` follows what the user's machine is set to; the others force one. */
export type Theme = 'system' | 'light' | 'dark';

/** What `<StackProvider/>` takes. */
export interface StackProviderProps {
  app: StackClientApp;
  /** Of all words, dates and numbers, and of the direction of writing. Default: `en`. */
  lang?: Language;
  /** Default: `system`. */
  theme?: Theme;
  /** Words of your own in place of ours, by their keys. */
  words?: WordOverrides;
  /** What stands in for whatever below is still being read, where no nearer `Suspense` says so. Default: nothing. */
  fallback?: ReactNode;
  children: ReactNode;
}
