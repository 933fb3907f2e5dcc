import { z } from 'zod';
import { clientTeam, serverTeam } from './teams.ts';
import { id } from './shapes.ts';

/** Why a user is restricted; wire.md section 2. */
export const restrictedReason = z.strictObject({
  type: z.enum(['anonymous', 'email_not_verified', 'restricted_by_administrator']),
});

const userFields = {
  id,
  primary_email: z.string().nullable(),
  primary_email_verified: z.boolean(),
  display_name: z.string().nullable(),
  selected_team_id: id.nullable(),
  profile_image_url: z.string().nullable(),
  signed_up_at_millis: z.number(),
  has_password: z.boolean(),
  otp_auth_enabled: z.boolean(),
  passkey_auth_enabled: z.boolean(),
  client_metadata: z.json(),
  client_read_only_metadata: z.json(),
  is_anonymous: z.boolean(),
  is_restricted: z.boolean(),
  restricted_reason: restrictedReason.nullable(),
  restricted_by_admin: z.boolean(),
  restricted_by_admin_reason: z.string().nullable(),
  oauth_providers: z.array(z.strictObject({ id: z.string(), account_id: z.string(), email: z.string().nullable() })),
  auth_with_email: z.boolean(),
  requires_totp_mfa: z.boolean(),
};

/** A user as the user's own browser sees it. */
export const clientUser = z.strictObject({ ...userFields, selected_team: clientTeam.nullable() });

/** A user as the application's server sees it. */
export const user = z.strictObject({
  ...userFields,
  selected_team: serverTeam.nullable(),
  primary_email_auth_enabled: z.boolean(),
  server_metadata: z.json(),
  last_active_at_millis: z.number(),
  restricted_by_admin_private_details: z.string().nullable(),
  country_code: z.string().nullable(),
  risk_scores: z.strictObject({
    sign_up: z.strictObject({ bot: z.number(), free_trial_abuse: z.number() }),
  }),
});
