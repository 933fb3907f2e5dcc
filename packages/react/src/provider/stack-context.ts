import type { StackClientApp } from '@latchkey/js';
import { createContext, useContext } from 'react';
import type { Theme } from './stack-provider-props.ts';
import type { Translator } from '../words/create-translator.ts';

export interface StackContextValue {
  app: StackClientApp;
  translator: Translator;
  theme: Theme;
}

export const StackContext = createContext<StackContextValue | null>(null);

/** What the provider above hands down; without one, a sentence that says the fix. */
export function useStackContext(): StackContextValue {
  const context = useContext(StackContext);
  if (context === null) {
    throw new Error(
      'There is no <StackProvider app={stackApp}> above this component. Put one around your application.',
    );
  }
  return context;
}
