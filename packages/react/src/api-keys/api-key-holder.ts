import type { CurrentUser, Team, TeamApiKey, TeamApiKeyFirstView, UserApiKey, UserApiKeyFirstView } from '@latchkey/js';

/** Who can hold API keys: the signed-in user, or a team. */
export type ApiKeyHolder = CurrentUser | Team;

/** A key of either. */
export type HeldApiKey = UserApiKey | TeamApiKey;

/** A key just created: the only time that its `value` is the whole secret. */
export type ApiKeyFirstView = UserApiKeyFirstView | TeamApiKeyFirstView;
