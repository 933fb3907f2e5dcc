import { accountJapanese } from './japanese/account.ts';
import { apiKeysJapanese } from './japanese/api-keys.ts';
import { authJapanese } from './japanese/auth.ts';
import { commonJapanese } from './japanese/common.ts';
import type { Words } from './words.ts';

export const japanese: Words = { ...commonJapanese, ...apiKeysJapanese, ...authJapanese, ...accountJapanese };
