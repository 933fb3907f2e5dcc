import type { Translator } from '../words/create-translator.ts';

/** How long a description may be, in UTF-16 units, as the server counts. */
const maxNameLength = 256;

/** What is wrong with the name of a key, in words; null: nothing. */
export function keyNameError({ text }: Translator, name: string): string | null {
  const { length } = name.trim();
  if (length === 0) return text('api_keys.name_missing');
  return length > maxNameLength ? text('api_keys.name_too_long', { most: maxNameLength, count: length }) : null;
}
