import type { WireClientUser } from '@latchkey/contract';

/** Why a user may not yet, or no longer, do what others may. */
export interface RestrictedReason {
  type: 'anonymous' | 'email_not_verified' | 'restricted_by_administrator';
}

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What everybody who may see a user sees. */
export interface UserFields {
  readonly id: string;
  readonly displayName: string | null;
  /** Not necessarily unique: tell users apart by their `id`. */
  readonly primaryEmail: string | null;
  readonly primaryEmailVerified: boolean;
  readonly profileImageUrl: string | null;
  readonly signedUpAt: Date;
  /** Written and read by the user's own client. */
  readonly clientMetadata: Json;
  /** Read by the user's client, written by the application's server only. */
  readonly clientReadOnlyMetadata: Json;
  readonly hasPassword: boolean;
  readonly otpAuthEnabled: boolean;
  readonly passkeyAuthEnabled: boolean;
  readonly isMultiFactorRequired: boolean;
  readonly isAnonymous: boolean;
  readonly isRestricted: boolean;
  readonly restrictedReason: RestrictedReason | null;
  /** Whether the primary address signs in. */
  readonly emailAuthEnabled: boolean;
  readonly oauthProviders: readonly { id: string }[];
}

/** @internal The fields of a user as the API spells them. */
export function toUserFields(wire: WireClientUser): UserFields {
  return {
    id: wire.id,
    displayName: wire.display_name,
    primaryEmail: wire.primary_email,
    primaryEmailVerified: wire.primary_email_verified,
    profileImageUrl: wire.profile_image_url,
    signedUpAt: new Date(wire.signed_up_at_millis),
    clientMetadata: wire.client_metadata,
    clientReadOnlyMetadata: wire.client_read_only_metadata,
    hasPassword: wire.has_password,
    otpAuthEnabled: wire.otp_auth_enabled,
    passkeyAuthEnabled: wire.passkey_auth_enabled,
    isMultiFactorRequired: wire.requires_totp_mfa,
    isAnonymous: wire.is_anonymous,
    isRestricted: wire.is_restricted,
    restrictedReason: wire.restricted_reason,
    emailAuthEnabled: wire.auth_with_email,
    oauthProviders: wire.oauth_providers,
  };
}
