import { accountGerman } from './german/account.ts';
import { apiKeysGerman } from './german/api-keys.ts';
import { authGerman } from './german/auth.ts';
import { commonGerman } from './german/common.ts';
import type { Words } from './words.ts';

export const german: Words = { ...commonGerman, ...apiKeysGerman, ...authGerman, ...accountGerman };
