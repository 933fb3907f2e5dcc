import { Fragment, createElement, type ReactNode } from 'react';
import type { Language } from './load-words.ts';
import type { english } from './english.ts';
import type { Message, WordKey, Words } from './words.ts';

type TextOf<M> = M extends string ? M : M extends { other: infer Other extends string } ? Other : never;

/** The names between braces in a text. */
type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type Placeholders<Key extends WordKey> = PlaceholdersIn<TextOf<(typeof english)[Key]>>;

/** What fills a message; nothing where it has no placeholders. */
type Values<Key extends WordKey, Value> = [Placeholders<Key>] extends [never]
  ? []
  : [values: Record<Placeholders<Key>, Value>];

/** Says things in one language. */
export interface Translator {
  language: Language;
  direction: 'ltr' | 'rtl';
  /** A message as plain text. */
  text<Key extends WordKey>(key: Key, ...values: Values<Key, string | number>): string;
  /** A message with elements in it. */
  rich<Key extends WordKey>(key: Key, ...values: Values<Key, ReactNode>): ReactNode;
  /** A number as the language writes it. */
  number(value: number): string;
}

/** A translator into a language, with its words. */
export function createTranslator(language: Language, words: Words): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);

  function parts<Value>(key: WordKey, values: Record<string, Value>): (string | Value | undefined)[] {
    const template = textOf(words[key], values.count);
    // Odd parts are names between braces.
    return template.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 0 ? part : written(values[part])));
  }

  function textOf(message: Message, count: unknown): string {
    return typeof message === 'string' ? message : (message[plurals.select(Number(count))] ?? message.other);
  }

  function written<Value>(value: Value): string | Value {
    return typeof value === 'number' ? numbers.format(value) : value;
  }

  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    text: (key, ...[values = {}]) => parts<string | number>(key, values).join(''),
    rich: (key, ...[values = {}]) =>
      parts<ReactNode>(key, values).map((part, index) => createElement(Fragment, { key: index }, part)),
    number: (value) => numbers.format(value),
  };
}
