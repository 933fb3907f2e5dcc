import type { authEnglish } from '../english/auth.ts';
import type { TranslationOf } from '../words.ts';

export const authArabic: TranslationOf<typeof authEnglish> = {};
