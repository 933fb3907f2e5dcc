import type { WireApiKey, WireIssuedApiKey } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { toDate, toMillis } from '../http/dates.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';
import { type ApiKeyInvalidReason, whyInvalid } from './why-invalid.ts';

/** Whose a key is: a user's or a team's. */
export type ApiKeyType = 'user' | 'team';

/** What a new key is to be. */
export interface ApiKeyCreationOptions {
  /** What it is for, in at most 256 characters. */
  description: string;
  /** Null: it never expires. */
  expiresAt: Date | null;
  /** Public keys may be seen by everybody: finding one in public does not revoke it. Default: false. */
  isPublic?: boolean;
}

/** What of a key can change; what is left out stays. */
export interface ApiKeyUpdateOptions {
  description?: string;
  /** Only while the key is live: nothing brings an expired or revoked one back. Null: never. */
  expiresAt?: Date | null;
  revoked?: true;
}

/** Who holds a key. */
export interface ApiKeyOwner {
  type: ApiKeyType;
  id: string;
}

/** Who created a key: null stands for the application's server. */
export interface ApiKeyCreator {
  userId: string | null;
}

/** All that is left to see of a secret. */
export interface LastFour {
  lastFour: string;
}

/**
 * An API key of a user or a team. The object keeps up with what is done through it: after `revoke()` and `update()` it says
 * what now holds.
 */
export abstract class ApiKey<Value = LastFour> implements Scoped {
  abstract readonly type: ApiKeyType;
  declare readonly [scopeSymbol]: Scope;
  declare readonly id: string;
  declare readonly description: string;
  declare readonly isPublic: boolean;
  declare readonly createdAt: Date;
  /** Undefined: it never expires. */
  declare readonly expiresAt: Date | undefined;
  declare readonly manuallyRevokedAt: Date | null;
  /** Known of keys that were listed. */
  declare readonly creator: ApiKeyCreator | undefined;
  /** Of the last check that the key passed; null: never. Known of keys that were listed, as of then. */
  declare readonly lastUsedAt: Date | null | undefined;
  /** When the key was found in public, which revoked it; null: never. Known of keys that were listed. */
  declare readonly leakReportedAt: Date | null | undefined;
  /** The whole secret, in the object that `createApiKey` answers; of any other, the last four characters. */
  declare readonly value: Value;

  /** @internal */
  constructor(scope: Scope, wire: WireApiKey | WireIssuedApiKey) {
    setScope(this, scope);
    const { value } = wire;
    Object.assign(this, fieldsOf(wire), { value: typeof value === 'string' ? value : { lastFour: value.last_four } });
  }

  /** Who holds the key. */
  abstract get owner(): ApiKeyOwner;

  /** Whether it would pass a check now, by this machine's clock. */
  isValid(): boolean {
    return this.whyInvalid() === null;
  }

  /** Why it would not; null: it would. A key that was revoked and has expired says that it was revoked. */
  whyInvalid(): ApiKeyInvalidReason | null {
    return whyInvalid(this);
  }

  /** Ends the key for good: when this resolves, no check anywhere accepts it. Twice is as good as once. */
  async revoke(): Promise<void> {
    await this.update({ revoked: true });
  }

  /**
   * Renames, re-dates or revokes the key.
   *
   * @throws RefusedError when the expiry of a key is to change that has expired or was revoked
   */
  async update({ description, expiresAt, revoked }: ApiKeyUpdateOptions): Promise<void> {
    const { api, cache } = scopeOf(this);
    const { owner, creator, lastUsedAt, leakReportedAt } = this;
    const wire = await api.patch<WireApiKey>(
      `/${owner.type}-api-keys/${this.id}`,
      { description, expires_at_millis: toMillis(expiresAt), revoked },
      { [`${owner.type}_id`]: owner.id },
    );
    Object.assign(this, fieldsOf(wire), { creator, lastUsedAt, leakReportedAt });
    await cache.invalidate(cacheKeys.apiKeys(owner), cacheKeys.allApiKeys);
  }
}

/** An API key of a user. */
export class UserApiKey<Value = LastFour> extends ApiKey<Value> {
  readonly type = 'user';
  declare readonly userId: string;

  get owner(): ApiKeyOwner {
    return { type: 'user', id: this.userId };
  }
}

/** An API key of a team. */
export class TeamApiKey<Value = LastFour> extends ApiKey<Value> {
  readonly type = 'team';
  declare readonly teamId: string;

  get owner(): ApiKeyOwner {
    return { type: 'team', id: this.teamId };
  }
}

/** A key as `createApiKey` answers it: the only time that `value` is the whole secret. */
export type UserApiKeyFirstView = UserApiKey<string>;
/** A key as `createApiKey` answers it: the only time that `value` is the whole secret. */
export type TeamApiKeyFirstView = TeamApiKey<string>;

function fieldsOf(wire: WireApiKey | WireIssuedApiKey) {
  return {
    id: wire.id,
    description: wire.description,
    isPublic: wire.is_public,
    createdAt: new Date(wire.created_at_millis),
    expiresAt: toDate(wire.expires_at_millis) ?? undefined,
    manuallyRevokedAt: toDate(wire.manually_revoked_at_millis),
    creator: 'creator' in wire && wire.creator !== undefined ? { userId: wire.creator.user_id } : undefined,
    ...usageOf(wire),
    ...(wire.type === 'user' ? { userId: wire.user_id } : { teamId: wire.team_id }),
  };
}

function usageOf(wire: WireApiKey | WireIssuedApiKey) {
  const usage = 'usage' in wire ? wire.usage : undefined;
  return {
    lastUsedAt: usage && toDate(usage.last_used_at_millis),
    leakReportedAt: usage && toDate(usage.leak_reported_at_millis),
  };
}
