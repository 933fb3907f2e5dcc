import { accountArabic } from './arabic/account.ts';
import { apiKeysArabic } from './arabic/api-keys.ts';
import { authArabic } from './arabic/auth.ts';
import { basicsArabic } from './arabic/basics.ts';
import type { Words } from './words.ts';

export const arabic: Words = { ...basicsArabic, ...apiKeysArabic, ...authArabic, ...accountArabic };
