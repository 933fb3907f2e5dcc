import { z } from 'zod';
import { boolean } from './shapes.ts';

/*
 * The settings of a project under their two names: the field of `config` in the admin project, and the dotted key of the
 * newer configuration API (wire.md section 8). One table, so that the two can never disagree.
 */

/** Most domains a project can trust. */
export const maxTrustedDomains = 100;

/** Matching takes time to the power of this. */
const maxWildcards = 2;

/** Host names with `*` for (a part of) one label and `**` for several; the last two labels are spelled out. */
const hostPattern = /^(?:[a-z0-9*-]+\.)*[a-z0-9-]+\.[a-z0-9-]+$/i;
/** A machine of the local network, an IPv6 address, and what is below `localhost`. */
const shortHostPattern = /^(?:[a-z0-9-]+|\[[0-9a-f:.]+\]|\*{1,2}\.localhost)$/i;

/** An origin, perhaps with wildcards in the host name. */
const originPattern = z
  .string()
  .max(512)
  .refine((value) => {
    const [, host] = /^https?:\/\/([^/:@\\\s[\]]+|\[[^/@\\\s[\]]+\])(?::\d{1,5})?\/?$/i.exec(value) ?? [];
    if (host === undefined || !URL.canParse(value)) return false;
    return (
      (hostPattern.test(host) || shortHostPattern.test(host)) && (host.match(/\*{1,2}/g) ?? []).length <= maxWildcards
    );
  }, 'must be an origin such as https://example.com or https://*.example.com, with at most two wildcards');

const handlerPath = z
  .string()
  .max(256)
  .regex(/^\/(?!\/)[^\\\s\0]*$/, 'must be a path that starts with one /');

const domain = z.strictObject({ domain: originPattern, handler_path: handlerPath });

export type TrustedDomain = z.infer<typeof domain>;

/** Where a project's pages for sign-in are, unless it says otherwise. */
export const defaultHandlerPath = '/handler';

/** The id of one trusted domain in the dotted form; it is part of a key, so it has no dots. */
const domainId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/i, 'must be letters, digits, _ and -');

/**
 * The trusted domains as the dotted form spells them: records by an id of the writer's choice. A later level may change
 * parts of a record, so no part is required; a record without `baseUrl` trusts nothing.
 */
export const trustedDomainRecords = z.record(
  domainId,
  z
    .strictObject({ baseUrl: originPattern.nullable().optional(), handlerPath: handlerPath.nullable().optional() })
    .nullable(),
);

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
  oauth_account_merge_strategy: setting(
    'auth.oauth.accountMergeStrategy',
    z.enum(['link_method', 'raise_error', 'allow_duplicates']),
    'link_method',
  ),
  domains: setting('domains.trustedDomains', z.array(domain).max(maxTrustedDomains), []),
} as const;

/** Kept as written, but in force as `false`: what they switch on does not exist yet, and a sign-in page must not offer it. */
export const unavailableSettings = ['magic_link_enabled', 'passkey_enabled'] as const;

export type ProjectSettingName = keyof typeof projectSettings;

/** The settings in force, each with its value. */
export type ProjectSettings = { [Name in ProjectSettingName]: z.infer<(typeof projectSettings)[Name]['schema']> };
