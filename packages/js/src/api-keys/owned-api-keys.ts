import type { WireApiKey, WireIssuedApiKey } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { toMillis } from '../http/dates.ts';
import { type Page, toPage } from '../http/page.ts';
import type { Scope } from '../http/scope.ts';
import { type ApiKeyCreationOptions, type ApiKeyOwner, type LastFour, TeamApiKey, UserApiKey } from './api-key.ts';

/** Which keys of an owner to list. Without a limit: all of them, up to 10,000. */
export interface ApiKeyListOptions {
  /** How many at most, up to 1,000. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
  /** The beginning of a description, or the last four characters of a key. */
  query?: string;
  status?: 'valid' | 'revoked' | 'expired';
}

export interface ApiKeyClasses<Value = LastFour> {
  user: UserApiKey<Value>;
  team: TeamApiKey<Value>;
}

/** @internal What lists say of each key beside the key itself. */
export const listedFields = 'creator,usage';

/** Creates a key for its owner. */
export async function createApiKey<Type extends ApiKeyOwner['type']>(
  scope: Scope,
  owner: ApiKeyOwner & { type: Type },
  { description, expiresAt, isPublic }: ApiKeyCreationOptions,
): Promise<ApiKeyClasses<string>[Type]> {
  const wire = await scope.api.post<WireIssuedApiKey>(`/${owner.type}-api-keys`, {
    [`${owner.type}_id`]: owner.id,
    description,
    expires_at_millis: toMillis(expiresAt),
    is_public: isPublic,
  });
  await scope.cache.invalidate(cacheKeys.apiKeys(owner), cacheKeys.allApiKeys);
  return toApiKey<Type, string>(scope, wire);
}

/** The keys of an owner, newest first, those that were revoked or have expired included. */
export async function listApiKeys<Type extends ApiKeyOwner['type']>(
  scope: Scope,
  owner: ApiKeyOwner & { type: Type },
  options: ApiKeyListOptions = {},
): Promise<Page<ApiKeyClasses[Type]>> {
  const list = await scope.api.get<{ items: WireApiKey[] }>(`/${owner.type}-api-keys`, {
    [`${owner.type}_id`]: owner.id,
    include: listedFields,
    ...options,
  });
  return toPage(list, (wire) => toApiKey<Type, LastFour>(scope, wire));
}

/** @internal The object of a key as the API answers it. */
export function toApiKey<Type extends ApiKeyOwner['type'], Value>(
  scope: Scope,
  wire: WireApiKey | WireIssuedApiKey,
): ApiKeyClasses<Value>[Type] {
  const ApiKeyClass = wire.type === 'user' ? UserApiKey<Value> : TeamApiKey<Value>;
  // The route that was asked answers keys of one type.
  return new ApiKeyClass(scope, wire) as ApiKeyClasses<Value>[Type];
}
