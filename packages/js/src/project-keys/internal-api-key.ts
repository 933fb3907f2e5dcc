import type { AnswerOf } from '@latchkey/contract';
import type { LastFour } from '../api-keys/api-key.ts';
import { type ApiKeyInvalidReason, whyInvalid } from '../api-keys/why-invalid.ts';
import { cacheKeys } from '../cache/cache-keys.ts';
import { toDate } from '../http/dates.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';

type WireKeySet = AnswerOf<'getProjectKeys'> | AnswerOf<'createProjectKeys'>;

/** Which keys a new set is to have: at least one. */
export interface InternalApiKeyCreateOptions {
  /** What it is for, in at most 256 characters. */
  description: string;
  expiresAt: Date;
  hasPublishableClientKey: boolean;
  hasSecretServerKey: boolean;
  hasSuperSecretAdminKey: boolean;
}

/** All that is left to see of a project key. */
export interface ListedProjectKey extends LastFour {
  /** When a request last named it; null: never. Known of sets that were listed, as of then. */
  lastUsedAt: Date | null | undefined;
}

/**
 * A set of project keys: what an application, and not a user of it, proves itself with. They are revoked together. The object
 * keeps up with what is done through it.
 */
export class InternalApiKey<Value = ListedProjectKey | null> implements Scoped {
  declare readonly [scopeSymbol]: Scope;
  declare readonly id: string;
  declare readonly description: string;
  declare readonly createdAt: Date;
  declare readonly expiresAt: Date;
  declare readonly manuallyRevokedAt: Date | null;
  /** The whole key, in the object that `createInternalApiKey` answers; of any other, the last four characters. */
  declare readonly publishableClientKey: Value;
  declare readonly secretServerKey: Value;
  declare readonly superSecretAdminKey: Value;

  /** @internal */
  constructor(scope: Scope, wire: WireKeySet, { absent }: { absent: null | undefined }) {
    setScope(this, scope);
    Object.assign(this, fieldsOf(wire), {
      publishableClientKey: toValue(wire.publishable_client_key) ?? absent,
      secretServerKey: toValue(wire.secret_server_key) ?? absent,
      superSecretAdminKey: toValue(wire.super_secret_admin_key) ?? absent,
    });
  }

  /** Whether its keys would be taken now, by this machine's clock. */
  isValid(): boolean {
    return this.whyInvalid() === null;
  }

  /** Why they would not; null: they would. */
  whyInvalid(): ApiKeyInvalidReason | null {
    return whyInvalid(this);
  }

  /** Ends all keys of the set for good. */
  revoke(): Promise<void> {
    return this.#patch({ revoked: true });
  }

  /** Renames the set. */
  update({ description }: { description?: string }): Promise<void> {
    return this.#patch({ description });
  }

  async #patch(changes: object): Promise<void> {
    const { api, cache } = scopeOf(this);
    Object.assign(this, fieldsOf(await api.patch<WireKeySet>(`/internal/api-keys/${this.id}`, changes)));
    await cache.invalidate(cacheKeys.internalApiKeys);
  }
}

/** A set as `createInternalApiKey` answers it: the only time that its keys are there as a whole. */
export type InternalApiKeyFirstView = InternalApiKey<string | undefined>;

/** Creates a set of project keys. */
export async function createInternalApiKey(
  scope: Scope,
  options: InternalApiKeyCreateOptions,
): Promise<InternalApiKeyFirstView> {
  const wire = await scope.api.post<AnswerOf<'createProjectKeys'>>('/internal/api-keys', {
    description: options.description,
    expires_at_millis: options.expiresAt.getTime(),
    has_publishable_client_key: options.hasPublishableClientKey,
    has_secret_server_key: options.hasSecretServerKey,
    has_super_secret_admin_key: options.hasSuperSecretAdminKey,
  });
  await scope.cache.invalidate(cacheKeys.internalApiKeys);
  return new InternalApiKey<string | undefined>(scope, wire, { absent: undefined });
}

function fieldsOf(wire: WireKeySet) {
  return {
    id: wire.id,
    description: wire.description,
    createdAt: new Date(wire.created_at_millis),
    expiresAt: new Date(wire.expires_at_millis),
    manuallyRevokedAt: toDate(wire.manually_revoked_at_millis),
  };
}

function toValue(
  value: string | { last_four: string; last_used_at_millis?: number | null | undefined } | undefined,
): string | ListedProjectKey | undefined {
  if (typeof value !== 'object') return value;
  const { last_four: lastFour, last_used_at_millis: millis } = value;
  return { lastFour, lastUsedAt: millis === undefined ? undefined : toDate(millis) };
}
