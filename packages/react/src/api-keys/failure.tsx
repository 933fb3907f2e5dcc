'use client';
import { Notice } from '@latchkey/ui';
import { describeError } from '../frame/describe-error.ts';
import { useWords } from '../words/use-words.ts';

/** Why the last try of a form failed; nothing where it did not. */
export function Failure({ error }: { error: unknown }) {
  const words = useWords();
  return error === null ? null : <Notice tone="bad">{describeError(words, error)}</Notice>;
}
