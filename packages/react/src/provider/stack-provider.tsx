'use client';
import { Suspense, use, useDeferredValue, useMemo } from 'react';
import { createTranslator } from '../words/create-translator.ts';
import { loadWords } from '../words/load-words.ts';
import { StackContext } from './stack-context.ts';
import type { StackProviderProps } from './stack-provider-props.ts';

/**
 * Gives hooks and components below their app, language and theme. One stands around the whole application.
 *
 * @example
 * import { StackClientApp, StackProvider, UserButton } from '@latchkey/react';
 * import '@latchkey/react/styles.css';
 *
 * const stackApp = new StackClientApp({ baseUrl: 'http://localhost:8102', projectId: 'internal', tokenStore: 'cookie' });
 *
 * export function App() {
 *   return (
 *     <StackProvider app={stackApp}>
 *       <UserButton />
 *     </StackProvider>
 *   );
 * }
 */
export function StackProvider({ fallback = null, ...props }: StackProviderProps) {
  return (
    <Suspense fallback={fallback}>
      <Provider {...props} />
    </Suspense>
  );
}

function Provider({
  app,
  lang: wantedLang = 'en',
  theme = 'system',
  words: overrides,
  children,
}: Omit<StackProviderProps, 'fallback'>) {
  // What is shown stays in its language until the words of the next one are here.
  const lang = useDeferredValue(wantedLang);
  const loaded = loadWords(lang);
  const words = loaded instanceof Promise ? use(loaded) : loaded;
  const context = useMemo(
    () => ({ app, theme, translator: createTranslator(lang, { ...words, ...overrides }) }),
    [app, theme, lang, words, overrides],
  );
  return <StackContext value={context}>{children}</StackContext>;
}
