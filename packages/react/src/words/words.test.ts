import { describe, expect, it } from 'vitest';
import { arabic } from './arabic.ts';
import { createTranslator } from './create-translator.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import type { Message, Words } from './words.ts';

const translations: [language: string, words: Words][] = [
  ['de', german],
  ['ja', japanese],
  ['ar', arabic],
];

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function placeholdersOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

describe.each(translations)('the words in %s', (language, words) => {
  it('are the same keys, none empty', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const message of Object.values(words)) expect(formsOf(message).every((text) => text.trim() !== '')).toBe(true);
  });

  it('fill in what the English ones fill in', () => {
    for (const [key, message] of Object.entries<Message>(english)) {
      const expected = placeholdersOf(formsOf(message).at(-1) ?? '');
      // A form for exactly one or two may do without the number.
      for (const text of formsOf(words[key as keyof Words])) {
        const missing = expected.filter((name) => !placeholdersOf(text).includes(name));
        expect([key, missing.filter((name) => name !== '{count}' || typeof message === 'string')]).toEqual([key, []]);
        expect([key, placeholdersOf(text).filter((name) => !expected.includes(name))]).toEqual([key, []]);
      }
    }
  });

  it('have every plural form that the language counts with', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(words)) {
      if (typeof message !== 'string') expect([key, Object.keys(message).sort()]).toEqual([key, [...forms].sort()]);
    }
  });
});

it('writes numbers as the language does', () => {
  const { number } = createTranslator('de', german);
  expect(number(12_345)).toBe('12.345');
});
