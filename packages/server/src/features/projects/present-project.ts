import { emailThemeId, projectSettings, type ProjectSettings } from '@latchkey/contract';
import type { Project } from '../../http/caller.ts';
import type { ProjectRecord } from './projects.queries.ts';
import { type Overrides, overridesOf, renderOverrides, settingsFrom } from './settings-from.ts';

/** A project as everybody may see it. */
export function presentClientProject({ id, displayName, settings }: Project) {
  return { id, display_name: displayName, config: { ...presentClientSettings(settings), enabled_oauth_providers: [] } };
}

/** A project as its administrators see it. */
export function presentAdminProject(record: ProjectRecord) {
  const settings = settingsFrom(record);
  return {
    id: record.id,
    display_name: record.display_name,
    description: record.description,
    created_at_millis: record.created_at.getTime(),
    is_production_mode: record.is_production_mode,
    is_development_environment: record.is_development_environment,
    owner_team_id: record.owner_team_id,
    onboarding_status: record.onboarding_status,
    ...(record.onboarding_state !== null && { onboarding_state: record.onboarding_state }),
    logo_url: record.logo_url,
    logo_full_url: record.logo_full_url,
    logo_dark_mode_url: record.logo_dark_mode_url,
    logo_full_dark_mode_url: record.logo_full_dark_mode_url,
    config: {
      ...presentClientSettings(settings),
      create_team_on_sign_up: settings.create_team_on_sign_up,
      oauth_account_merge_strategy: settings.oauth_account_merge_strategy,
      oauth_providers: [],
      enabled_oauth_providers: [],
      email_config: { type: 'shared' as const },
      email_theme: emailThemeId,
      team_creator_default_permissions: presentPermissions(record.team_creator_permissions),
      team_member_default_permissions: presentPermissions(record.team_member_permissions),
      user_default_permissions: presentPermissions(record.user_permissions),
    },
  };
}

/** The whole configuration in force, nested, with the values that nobody has set. */
export function presentConfig(record: ProjectRecord): Overrides {
  const settings = settingsFrom(record);
  const inForce = Object.entries(projectSettings)
    .filter(([name]) => name !== 'domains')
    .map(([name, { overrideKey }]) => [overrideKey, settings[name as keyof ProjectSettings]]);
  return renderOverrides([
    { [projectSettings.domains.overrideKey]: {} },
    ...overridesOf(record),
    Object.fromEntries(inForce) as Overrides,
  ]);
}

function presentClientSettings(settings: ProjectSettings) {
  return {
    sign_up_enabled: settings.sign_up_enabled,
    credential_enabled: settings.credential_enabled,
    magic_link_enabled: settings.magic_link_enabled,
    passkey_enabled: settings.passkey_enabled,
    client_team_creation_enabled: settings.client_team_creation_enabled,
    client_user_deletion_enabled: settings.client_user_deletion_enabled,
    allow_localhost: settings.allow_localhost,
    allow_user_api_keys: settings.allow_user_api_keys,
    allow_team_api_keys: settings.allow_team_api_keys,
    domains: settings.domains,
  };
}

function presentPermissions(ids: readonly string[]): { id: string }[] {
  return ids.map((id) => ({ id }));
}
