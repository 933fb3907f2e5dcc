import { accountJapanese } from './japanese/account.ts';
import { apiKeysJapanese } from './japanese/api-keys.ts';
import { authJapanese } from './japanese/auth.ts';
import { basicsJapanese } from './japanese/basics.ts';
import type { Words } from './words.ts';

export const japanese: Words = { ...basicsJapanese, ...apiKeysJapanese, ...authJapanese, ...accountJapanese };
