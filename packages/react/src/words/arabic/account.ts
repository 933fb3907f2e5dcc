import type { accountEnglish } from '../english/account.ts';
import type { TranslationOf } from '../words.ts';

export const accountArabic: TranslationOf<typeof accountEnglish> = {};
