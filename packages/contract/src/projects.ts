import { z } from 'zod';
import { configOverrides } from './config-overrides.ts';
import { projectSettings } from './project-settings.ts';
import { route } from './route.ts';
import { boolean, id, imageUrl, listOf, metadata, success, text } from './shapes.ts';

const onboardingStatus = z.enum([
  'config_choice',
  'apps_selection',
  'auth_setup',
  'domain_setup',
  'email_theme_setup',
  'payments_setup',
  'welcome',
  'completed',
]);

export type OnboardingStatus = z.infer<typeof onboardingStatus>;

/** There is one look of mails; upstream's clients want it named by an id. */
export const emailThemeId = '3b0a6a1e-52c1-4a86-9c3d-6c5a2b7f0e41';

/** Mail is a matter of the installation, not of the project. */
const emailConfig = z.strictObject({ type: z.literal('shared') });

/** There are no OAuth providers yet. */
const oauthProviders = z.array(z.strictObject({ id: z.string() })).max(0, 'OAuth providers are not available yet');

const clientSettings = {
  sign_up_enabled: projectSettings.sign_up_enabled.schema,
  credential_enabled: projectSettings.credential_enabled.schema,
  magic_link_enabled: projectSettings.magic_link_enabled.schema,
  passkey_enabled: projectSettings.passkey_enabled.schema,
  client_team_creation_enabled: projectSettings.client_team_creation_enabled.schema,
  client_user_deletion_enabled: projectSettings.client_user_deletion_enabled.schema,
  allow_localhost: projectSettings.allow_localhost.schema,
  allow_user_api_keys: projectSettings.allow_user_api_keys.schema,
  allow_team_api_keys: projectSettings.allow_team_api_keys.schema,
  domains: projectSettings.domains.schema,
};

/** A project as everybody may see it. */
const clientProject = z.strictObject({
  id: z.string(),
  display_name: z.string(),
  config: z.strictObject({ ...clientSettings, enabled_oauth_providers: oauthProviders }),
});

/** Permissions by their ids. */
const permissionIds = z.array(z.strictObject({ id: text(256) })).max(500);

const defaultPermissions = {
  team_creator_default_permissions: permissionIds,
  team_member_default_permissions: permissionIds,
  user_default_permissions: permissionIds,
};

const adminSettings = {
  ...clientSettings,
  create_team_on_sign_up: projectSettings.create_team_on_sign_up.schema,
  oauth_account_merge_strategy: projectSettings.oauth_account_merge_strategy.schema,
};

/** A project as its administrators see it. */
export const adminProject = z.strictObject({
  id: z.string(),
  display_name: z.string(),
  description: z.string(),
  created_at_millis: z.number(),
  is_production_mode: z.boolean(),
  is_development_environment: z.boolean(),
  owner_team_id: id.nullable(),
  onboarding_status: onboardingStatus,
  onboarding_state: z.json().optional(),
  logo_url: z.string().nullable(),
  logo_full_url: z.string().nullable(),
  logo_dark_mode_url: z.string().nullable(),
  logo_full_dark_mode_url: z.string().nullable(),
  config: z.strictObject({
    ...adminSettings,
    ...defaultPermissions,
    oauth_providers: oauthProviders,
    enabled_oauth_providers: oauthProviders,
    email_config: emailConfig,
    email_theme: id,
  }),
});

const configChanges = z
  .strictObject({
    ...adminSettings,
    require_email_verification: projectSettings.require_email_verification.schema,
    require_publishable_client_key: projectSettings.require_publishable_client_key.schema,
    ...defaultPermissions,
    oauth_providers: oauthProviders,
    email_config: emailConfig,
    email_theme: z.literal(emailThemeId),
  })
  .partial();

export type ConfigChanges = z.infer<typeof configChanges>;

const projectChanges = z
  .strictObject({
    display_name: text(256).min(1),
    description: text(2_048).nullable(),
    is_production_mode: boolean,
    onboarding_status: onboardingStatus,
    onboarding_state: metadata.nullable(),
    logo_url: imageUrl.nullable(),
    logo_full_url: imageUrl.nullable(),
    logo_dark_mode_url: imageUrl.nullable(),
    logo_full_dark_mode_url: imageUrl.nullable(),
    config: configChanges,
  })
  .partial();

export type ProjectFields = z.infer<typeof projectChanges>;

/** The levels of the configuration; a later one wins over an earlier one. */
export const configLevel = z.enum(['project', 'branch', 'environment']);
export type ConfigLevel = z.infer<typeof configLevel>;

/** Where the configuration of the branch comes from, for those who would edit it elsewhere. */
const configSource = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('unlinked') }),
  z.strictObject({ type: z.literal('pushed-from-unknown') }),
  z.strictObject({
    type: z.literal('pushed-from-github'),
    owner: text(256),
    repo: text(256),
    branch: text(256),
    commit_hash: text(64),
    config_file_path: text(1_024),
    workflow_path: text(1_024).optional(),
  }),
]);

export type ConfigSource = z.infer<typeof configSource>;

const byLevel = z.strictObject({ level: configLevel });

export const projectRoutes = {
  getClientProject: route({
    method: 'GET',
    path: '/projects/current',
    access: 'client',
    summary: 'Reads what the pages for sign-in need to know of the project.',
    answer: clientProject,
  }),
  getProject: route({
    method: 'GET',
    path: '/internal/projects/current',
    access: 'admin',
    summary: 'Reads the project with its configuration.',
    answer: adminProject,
  }),
  updateProject: route({
    method: 'PATCH',
    path: '/internal/projects/current',
    access: 'admin',
    summary:
      'Changes the project; what is in config goes to the environment level. Magic links and passkeys can be switched on, but stay off until they exist.',
    body: projectChanges,
    answer: adminProject,
    errors: ['PERMISSION_NOT_FOUND', 'WRONG_PERMISSION_SCOPE'],
  }),
  deleteProject: route({
    method: 'DELETE',
    path: '/internal/projects/current',
    access: 'admin',
    summary: 'Deletes the project with everything in it: users, teams, keys, mails.',
    answer: success,
  }),
  createProject: route({
    method: 'POST',
    path: '/internal/projects',
    access: 'client',
    summary: 'Creates a project that one of the operator’s teams owns; called on the project internal.',
    status: 201,
    body: projectChanges.extend({
      display_name: text(256).min(1),
      owner_team_id: id,
      is_development_environment: boolean.optional(),
    }),
    answer: adminProject,
    errors: [
      'EXPECTED_INTERNAL_PROJECT',
      'USER_AUTHENTICATION_REQUIRED',
      'TEAM_MEMBERSHIP_NOT_FOUND',
      'PERMISSION_NOT_FOUND',
      'WRONG_PERMISSION_SCOPE',
    ],
  }),
  listProjects: route({
    method: 'GET',
    path: '/internal/projects',
    access: 'client',
    summary: 'Lists the projects that the operator’s teams own, oldest first; called on the project internal.',
    answer: listOf(adminProject),
    errors: ['EXPECTED_INTERNAL_PROJECT', 'USER_AUTHENTICATION_REQUIRED'],
  }),
  transferProject: route({
    method: 'POST',
    path: '/internal/projects/transfer',
    access: 'client',
    summary: 'Gives a project of one of the operator’s teams to another of them; called on the project internal.',
    body: z.strictObject({ project_id: id, new_team_id: id }),
    answer: success,
    errors: [
      'EXPECTED_INTERNAL_PROJECT',
      'USER_AUTHENTICATION_REQUIRED',
      'PROJECT_NOT_FOUND',
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
  }),
  getConfig: route({
    method: 'GET',
    path: '/internal/config',
    access: 'admin',
    summary: 'Reads the configuration in force, as JSON in a string.',
    answer: z.strictObject({ config_string: z.string() }),
  }),
  getConfigOverride: route({
    method: 'GET',
    path: '/internal/config/override/:level',
    access: 'admin',
    summary: 'Reads what one level of the configuration says, as JSON in a string.',
    params: byLevel,
    answer: z.strictObject({ config_string: z.string() }),
  }),
  replaceConfigOverride: route({
    method: 'PUT',
    path: '/internal/config/override/:level',
    access: 'admin',
    summary: 'Replaces one level of the configuration; a setting that does not exist is an error.',
    params: byLevel,
    body: z.strictObject({ config_string: configOverrides, source: configSource.optional() }),
    answer: success,
  }),
  updateConfigOverride: route({
    method: 'PATCH',
    path: '/internal/config/override/:level',
    access: 'admin',
    summary: 'Changes some settings of one level; null sets a setting to its initial value.',
    params: byLevel,
    body: z.strictObject({ config_override_string: configOverrides }),
    answer: success,
  }),
  resetConfigKeys: route({
    method: 'POST',
    path: '/internal/config/override/:level/reset-keys',
    access: 'admin',
    summary: 'Forgets what one level says about some keys, and about all keys below them.',
    params: byLevel,
    body: z.strictObject({ keys: z.array(text(256)).max(1_000) }),
    answer: success,
  }),
  getConfigSource: route({
    method: 'GET',
    path: '/internal/config/source',
    access: 'admin',
    summary: 'Reads where the configuration of the branch was pushed from.',
    answer: z.strictObject({ source: configSource }),
  }),
  unlinkConfigSource: route({
    method: 'DELETE',
    path: '/internal/config/source',
    access: 'admin',
    summary: 'Forgets where the configuration of the branch was pushed from, so that it can be edited here.',
    answer: success,
  }),
};
