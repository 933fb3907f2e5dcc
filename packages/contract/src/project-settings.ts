import { z } from 'zod';
import { boolean } from './shapes.ts';

/*
 * The settings of a project under their two names: the field of `config` in the admin project, and the dotted key of the
 * newer configuration API (wire.md section 8). One table, so that the two can never disagree.
 */

const domain = z.strictObject({
  domain: z.url({ protocol: /^https?$/ }).max(512),
  handler_path: z.string().max(256),
});

export type TrustedDomain = z.infer<typeof domain>;

function setting<Schema extends z.ZodType>(overrideKey: string, schema: Schema, initial: z.infer<Schema>) {
  return { overrideKey, schema, initial };
}

export const projectSettings = {
  allow_localhost: setting('domains.allowLocalhost', boolean, true),
  sign_up_enabled: setting('auth.allowSignUp', boolean, true),
  credential_enabled: setting('auth.password.allowSignIn', boolean, true),
  magic_link_enabled: setting('auth.otp.allowSignIn', boolean, false),
  passkey_enabled: setting('auth.passkey.allowSignIn', boolean, false),
  client_team_creation_enabled: setting('teams.allowClientTeamCreation', boolean, false),
  client_user_deletion_enabled: setting('users.allowClientUserDeletion', boolean, false),
  allow_user_api_keys: setting('apiKeys.enabled.user', boolean, false),
  allow_team_api_keys: setting('apiKeys.enabled.team', boolean, false),
  create_team_on_sign_up: setting('teams.createPersonalTeamOnSignUp', boolean, false),
  require_email_verification: setting('onboarding.requireEmailVerification', boolean, false),
  require_publishable_client_key: setting('project.requirePublishableClientKey', boolean, false),
  domains: setting('domains.trustedDomains', z.array(domain).max(100), []),
} as const;

export type ProjectSettingName = keyof typeof projectSettings;

/** The settings in force, each with its value. */
export type ProjectSettings = { [Name in ProjectSettingName]: z.infer<(typeof projectSettings)[Name]['schema']> };
