import type { Translator } from '../words/create-translator.ts';

/** Says what is wrong with what was typed, before any server is asked. */
export function describeValidity({ text }: Translator, { type, name, validity, minLength }: HTMLInputElement): string {
  if (validity.patternMismatch) return text('form.mismatch');
  if (validity.tooShort) return text('form.too_short', { count: minLength });
  if (type === 'email') return text('form.email');
  if (/password/i.test(name)) return text('form.password_missing');
  return text('form.missing');
}
