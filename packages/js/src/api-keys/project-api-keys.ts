import type { AnswerOf, WireApiKey } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { isKnownError } from '../errors/known-error.ts';
import { snakeCase } from '../http/change-case.ts';
import { toMillis } from '../http/dates.ts';
import { orNull } from '../http/or-null.ts';
import { type Page, toPage } from '../http/page.ts';
import type { Scope } from '../http/scope.ts';
import type { ApiKeyType, LastFour, TeamApiKey, UserApiKey } from './api-key.ts';
import { canBeApiKey } from './check-api-key.ts';
import { type ApiKeyListOptions, listedFields, toApiKey } from './owned-api-keys.ts';

/** Which keys of the project to list, newest first; always page by page, of at most 200. */
export interface AllApiKeysFilter extends ApiKeyListOptions {
  kind?: ApiKeyType;
  /** The id of the user or the team. */
  ownerId?: string;
  expiresBefore?: Date;
  /** Keys that no check accepted since then; one that never was used counts from its creation. */
  unusedSince?: Date;
  /** What deserves a look; `ownerRestricted`: by an administrator. */
  only?: 'neverExpiring' | 'ownerRestricted' | 'reportedAsLeaked';
  /** `lastUsedAt`: that, or the creation of a key that never was used. */
  orderBy?: 'createdAt' | 'expiresAt' | 'lastUsedAt';
  desc?: boolean;
}

/** What became of one key of many that were to be revoked. */
export interface ApiKeyRevocation {
  id: string;
  outcome: 'revoked' | 'already_revoked' | 'not_found';
}

/** How many keys one request revokes. */
const maxRevocations = 1_000;

/** The keys of all users and teams of the project. */
export async function listAllApiKeys(
  scope: Scope,
  { ownerId, expiresBefore, unusedSince, only, orderBy, ...filter }: AllApiKeysFilter = {},
): Promise<Page<UserApiKey | TeamApiKey>> {
  const list = await scope.api.get<{ items: WireApiKey[] }>('/latchkey/api-keys', {
    ...filter,
    owner_id: ownerId,
    expires_before: toMillis(expiresBefore) ?? undefined,
    unused_since: toMillis(unusedSince) ?? undefined,
    only: only && snakeCase(only),
    order_by: orderBy && snakeCase(orderBy),
    include: listedFields,
  });
  return toPage(list, (wire) => toApiKey<ApiKeyType, LastFour>(scope, wire));
}

/** The key with an id, of either type; null: there is none. */
export async function getApiKey(scope: Scope, id: string): Promise<UserApiKey | TeamApiKey | null> {
  const query = { include: listedFields };
  const wire = await orNull(
    id,
    () => scope.api.get<AnswerOf<'getApiKey'>>(`/latchkey/api-keys/${id}`, query),
    'API_KEY_NOT_FOUND',
  );
  return wire && toApiKey<ApiKeyType, LastFour>(scope, wire);
}

/** The key behind a pasted string, whatever its state; null: there is none. */
export async function findApiKey(scope: Scope, key: string): Promise<UserApiKey | TeamApiKey | null> {
  if (!canBeApiKey(key)) return null;
  try {
    return toApiKey<ApiKeyType, LastFour>(
      scope,
      await scope.api.ask<WireApiKey>('/latchkey/api-keys/find', { api_key: key }),
    );
  } catch (error) {
    if (isKnownError(error, 'API_KEY_NOT_FOUND')) return null;
    throw error;
  }
}

/** Revokes keys for good, 1,000 at a time, and tells what became of each. */
export async function revokeApiKeys(scope: Scope, ids: readonly string[]): Promise<ApiKeyRevocation[]> {
  const outcomes: ApiKeyRevocation[] = [];
  for (let start = 0; start < ids.length; start += maxRevocations) {
    const body = { ids: ids.slice(start, start + maxRevocations) };
    outcomes.push(...(await scope.api.post<AnswerOf<'revokeApiKeys'>>('/latchkey/api-keys/revoke', body)).items);
  }
  await scope.cache.invalidate(cacheKeys.allApiKeys, cacheKeys.allUsers, cacheKeys.allTeams);
  return outcomes;
}
