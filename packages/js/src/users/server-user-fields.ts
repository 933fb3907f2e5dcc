import type { WireServerUser } from '@latchkey/contract';
import { type Json, toUserFields, type UserFields } from './user-fields.ts';
import { toWireChanges, type UserUpdateOptions } from './user-base.ts';

/** How likely a sign-up was by a robot, or for another free trial: 0 to 100. */
export interface RiskScores {
  readonly signUp: { readonly bot: number; readonly freeTrialAbuse: number };
}

/** What the application's server sees of a user. */
export interface ServerUserFields extends UserFields {
  /** Read and written by the application's server only. */
  readonly serverMetadata: Json;
  readonly lastActiveAt: Date;
  readonly restrictedByAdmin: boolean;
  /** What the user is told of the restriction. */
  readonly restrictedByAdminReason: string | null;
  /** What the user is not told. */
  readonly restrictedByAdminPrivateDetails: string | null;
  /** ISO 3166-1 alpha-2, such as `CH`. */
  readonly countryCode: string | null;
  readonly riskScores: RiskScores;
}

/** What the application's server can change about a user; what is left out stays. */
export interface ServerUserUpdateOptions extends UserUpdateOptions {
  primaryEmailVerified?: boolean;
  /** Whether the primary address signs in. */
  primaryEmailAuthEnabled?: boolean;
  clientReadOnlyMetadata?: Json;
  serverMetadata?: Json;
  /** 8 to 70 characters. Ends the user's sessions. Null: the user has none. */
  password?: string | null;
  /** Ends the user's sessions, and refuses their API keys while it lasts. */
  restrictedByAdmin?: boolean;
  restrictedByAdminReason?: string | null;
  restrictedByAdminPrivateDetails?: string | null;
  countryCode?: string | null;
  riskScores?: RiskScores;
}

/** What a new user is to be; everything may be left out. */
export interface ServerUserCreateOptions extends Omit<ServerUserUpdateOptions, 'selectedTeamId'> {
  /** A bcrypt hash with a cost of 4 to 14, for users who come from elsewhere; instead of a password. */
  passwordHash?: string;
}

/** @internal */
export function toServerUserFields(wire: WireServerUser): ServerUserFields {
  const { bot, free_trial_abuse: freeTrialAbuse } = wire.risk_scores.sign_up;
  return {
    ...toUserFields(wire),
    serverMetadata: wire.server_metadata,
    lastActiveAt: new Date(wire.last_active_at_millis),
    restrictedByAdmin: wire.restricted_by_admin,
    restrictedByAdminReason: wire.restricted_by_admin_reason,
    restrictedByAdminPrivateDetails: wire.restricted_by_admin_private_details,
    countryCode: wire.country_code,
    riskScores: { signUp: { bot, freeTrialAbuse } },
  };
}

/** @internal A new user, or the changes of one, as the API spells them. */
export function toWireServerUser({ riskScores, ...options }: ServerUserUpdateOptions & ServerUserCreateOptions) {
  return {
    ...toWireChanges(options),
    primary_email_verified: options.primaryEmailVerified,
    primary_email_auth_enabled: options.primaryEmailAuthEnabled,
    client_read_only_metadata: options.clientReadOnlyMetadata,
    server_metadata: options.serverMetadata,
    password: options.password,
    password_hash: options.passwordHash,
    restricted_by_admin: options.restrictedByAdmin,
    restricted_by_admin_reason: options.restrictedByAdminReason,
    restricted_by_admin_private_details: options.restrictedByAdminPrivateDetails,
    country_code: options.countryCode,
    risk_scores: riskScores && {
      sign_up: { bot: riskScores.signUp.bot, free_trial_abuse: riskScores.signUp.freeTrialAbuse },
    },
  };
}
