import type {
  ApiKeyCreationOptions,
  CurrentUser,
  Team,
  TeamApiKey,
  TeamApiKeyFirstView,
  UserApiKey,
  UserApiKeyFirstView,
} from '@latchkey/js';

/** Who can hold API keys: the signed-in user, or a team. */
export type ApiKeyHolder = CurrentUser | Team;

/** A key of either. */
export type HeldApiKey = UserApiKey | TeamApiKey;

/** A key just created: the only time that its `value` is the whole secret. */
export type ApiKeyFirstView = UserApiKeyFirstView | TeamApiKeyFirstView;

/** Whoever gets a new key: a holder, or anybody that an administrator creates a key for. */
export interface ApiKeyRecipient {
  createApiKey(options: ApiKeyCreationOptions): Promise<ApiKeyFirstView>;
}
