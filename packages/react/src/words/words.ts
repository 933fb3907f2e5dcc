import type { english } from './english.ts';

/** The key of everything that the components say. */
export type WordKey = keyof typeof english;

/**
 * A text with `{placeholders}`; where it depends on a `{count}`, one text for each plural form that the language has
 * (Unicode CLDR plural rules).
 */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The same keys in another language. */
export type TranslationOf<Original> = Record<keyof Original, Message>;

/** All that the components say, in one language. */
export type Words = TranslationOf<typeof english>;

/** Words of an application's own in place of ours. */
export type WordOverrides = Partial<Words>;
