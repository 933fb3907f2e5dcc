import { accountArabic } from './arabic/account.ts';
import { apiKeysArabic } from './arabic/api-keys.ts';
import { authArabic } from './arabic/auth.ts';
import { commonArabic } from './arabic/common.ts';
import type { Words } from './words.ts';

export const arabic: Words = { ...commonArabic, ...apiKeysArabic, ...authArabic, ...accountArabic };
