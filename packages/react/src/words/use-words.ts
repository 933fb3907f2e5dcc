'use client';
import { useStackContext } from '../provider/stack-context.ts';
import type { Translator } from './create-translator.ts';

/** Says things in the language of the provider above. */
export function useWords(): Translator {
  return useStackContext().translator;
}
