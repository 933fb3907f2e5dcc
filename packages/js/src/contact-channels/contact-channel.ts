import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';
import { callbackUrlOf } from '../pages/callback-url.ts';

type WireContactChannel = AnswerOf<'getContactChannel'>;

/** What of a contact channel can change; what is left out stays. */
export interface ContactChannelUpdateOptions {
  /** A new address has yet to be verified. */
  value?: string;
  usedForAuth?: boolean;
  /** A user has one primary address: this one takes the place of the former. */
  isPrimary?: true;
  /** Only the application's server can say so. */
  isVerified?: boolean;
}

/** What a new contact channel is to be. */
export interface ContactChannelCreationOptions extends ContactChannelUpdateOptions {
  value: string;
  type: 'email';
  usedForAuth: boolean;
}

/** An e-mail address of a user. */
export class ContactChannel implements Scoped {
  declare readonly [scopeSymbol]: Scope;
  declare readonly id: string;
  declare readonly userId: string;
  declare readonly type: 'email';
  declare readonly value: string;
  declare readonly isPrimary: boolean;
  declare readonly isVerified: boolean;
  /** Whether it signs the user in. */
  declare readonly usedForAuth: boolean;

  /** @internal */
  constructor(scope: Scope, wire: WireContactChannel) {
    setScope(this, scope);
    Object.assign(this, fieldsOf(wire));
  }

  /**
   * Mails a link that verifies the address.
   *
   * @throws KnownError EMAIL_ALREADY_VERIFIED, REDIRECT_URL_NOT_WHITELISTED
   */
  async sendVerificationEmail(options: { callbackUrl?: string } = {}): Promise<void> {
    const { api, pages } = scopeOf(this);
    const callback_url = callbackUrlOf(pages, 'emailVerification', options.callbackUrl);
    await api.post(`${this.#path}/send-verification-code`, { callback_url });
  }

  /** @throws KnownError CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE */
  async update(options: ContactChannelUpdateOptions): Promise<void> {
    const { api } = scopeOf(this);
    Object.assign(this, fieldsOf(await api.patch<WireContactChannel>(this.#path, toWireChannel(options))));
    await this.#invalidate();
  }

  async delete(): Promise<void> {
    await scopeOf(this).api.delete(this.#path);
    await this.#invalidate();
  }

  get #path(): string {
    return `/contact-channels/${this.userId}/${this.id}`;
  }

  /** The user shows the primary address, too. */
  #invalidate(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.contactChannels(this.userId), cacheKeys.currentUser);
  }
}

/** The changes of a contact channel as the API spells them. */
export function toWireChannel({ value, usedForAuth, isPrimary, isVerified }: ContactChannelUpdateOptions) {
  return { value, used_for_auth: usedForAuth, is_primary: isPrimary, is_verified: isVerified };
}

function fieldsOf(wire: WireContactChannel) {
  return {
    id: wire.id,
    userId: wire.user_id,
    type: wire.type,
    value: wire.value,
    isPrimary: wire.is_primary,
    isVerified: wire.is_verified,
    usedForAuth: wire.used_for_auth,
  };
}
