import { accountGerman } from './german/account.ts';
import { apiKeysGerman } from './german/api-keys.ts';
import { authGerman } from './german/auth.ts';
import { basicsGerman } from './german/basics.ts';
import type { Words } from './words.ts';

export const german: Words = { ...basicsGerman, ...apiKeysGerman, ...authGerman, ...accountGerman };
