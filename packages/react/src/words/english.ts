import { accountEnglish } from './english/account.ts';
import { apiKeysEnglish } from './english/api-keys.ts';
import { authEnglish } from './english/auth.ts';
import { basicsEnglish } from './english/basics.ts';

/** What the components say. The other languages have the same keys; placeholders between braces stay as they are. */
export const english = { ...basicsEnglish, ...apiKeysEnglish, ...authEnglish, ...accountEnglish };
