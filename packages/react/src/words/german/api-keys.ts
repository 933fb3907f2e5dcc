import type { apiKeysEnglish } from '../english/api-keys.ts';
import type { TranslationOf } from '../words.ts';

export const apiKeysGerman: TranslationOf<typeof apiKeysEnglish> = {};
