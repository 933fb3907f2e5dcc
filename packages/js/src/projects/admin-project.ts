import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import { camelCased, snakeCased } from '../http/change-case.ts';
import { type Scope, type Scoped, scopeOf, type scopeSymbol, setScope } from '../http/scope.ts';
import type {
  AdminProjectConfig,
  AdminProjectConfigUpdateOptions,
  ConfigOverride,
  ConfigOverrideLevel,
  PushedConfigSource,
} from './admin-project-config.ts';
import type { Project } from './project.ts';

type WireProject = AnswerOf<'getProject'>;

/** How far a project is set up. */
export type OnboardingStatus =
  | 'config_choice'
  | 'apps_selection'
  | 'auth_setup'
  | 'domain_setup'
  | 'email_theme_setup'
  | 'payments_setup'
  | 'welcome'
  | 'completed';

/** What of a project can change; what is left out stays. */
export interface AdminProjectUpdateOptions {
  displayName?: string;
  description?: string | null;
  isProductionMode?: boolean;
  onboardingStatus?: OnboardingStatus;
  /** An https URL, or a data URL of an image of at most 32 KiB; the other logos alike. */
  logoUrl?: string | null;
  logoFullUrl?: string | null;
  logoDarkModeUrl?: string | null;
  logoFullDarkModeUrl?: string | null;
  /** Whether clients have to name a publishable client key. */
  requirePublishableClientKey?: boolean;
  /** Goes to the level `environment`. */
  config?: AdminProjectConfigUpdateOptions;
}

/** A project as its administrators see it. The object keeps up with what is done through it. */
export class AdminProject implements Project, Scoped {
  declare readonly [scopeSymbol]: Scope;
  declare readonly id: string;
  declare readonly displayName: string;
  declare readonly description: string;
  declare readonly createdAt: Date;
  declare readonly isProductionMode: boolean;
  declare readonly isDevelopmentEnvironment: boolean;
  declare readonly ownerTeamId: string | null;
  declare readonly onboardingStatus: OnboardingStatus;
  declare readonly logoUrl: string | null;
  declare readonly logoFullUrl: string | null;
  declare readonly logoDarkModeUrl: string | null;
  declare readonly logoFullDarkModeUrl: string | null;
  declare readonly config: AdminProjectConfig;

  /** @internal */
  constructor(scope: Scope, wire: WireProject) {
    setScope(this, scope);
    Object.assign(this, fieldsOf(wire));
  }

  async update(changes: AdminProjectUpdateOptions): Promise<void> {
    const wire = await scopeOf(this).api.patch<WireProject>('/internal/projects/current', toWireProject(changes));
    Object.assign(this, fieldsOf(wire));
    await this.invalidate();
  }

  /** Deletes the project with everything in it: users, teams, keys, mails. */
  async delete(): Promise<void> {
    await scopeOf(this).api.delete('/internal/projects/current');
    await this.invalidate();
  }

  /** The settings in force. */
  async getConfig(): Promise<ConfigOverride> {
    return parseConfig(await scopeOf(this).api.get('/internal/config'));
  }

  /** Changes settings of the level `environment`, which wins over what is pushed; null sets one to its initial value. */
  updateConfig(config: ConfigOverride): Promise<void> {
    return this.#updateLevel('environment', config);
  }

  /** Replaces the level `branch` as a whole, from where its settings are kept. */
  async pushConfig(config: ConfigOverride, { source }: { source: PushedConfigSource }): Promise<void> {
    const body = { config_string: JSON.stringify(config), source: snakeCased(source) };
    await scopeOf(this).api.put('/internal/config/override/branch', body);
    await this.#reload();
  }

  /** Changes settings of the level `branch`, until the next push replaces them. */
  updatePushedConfig(config: ConfigOverride): Promise<void> {
    return this.#updateLevel('branch', config);
  }

  /** What one level says. */
  async getConfigOverride(level: ConfigOverrideLevel): Promise<ConfigOverride> {
    return parseConfig(await scopeOf(this).api.get(`/internal/config/override/${level}`));
  }

  /** Replaces one level as a whole. */
  async replaceConfigOverride(level: ConfigOverrideLevel, config: ConfigOverride): Promise<void> {
    const body = { config_string: JSON.stringify(config) };
    await scopeOf(this).api.put(`/internal/config/override/${level}`, body);
    await this.#reload();
  }

  /** Forgets what one level says about keys, and about all keys below them. */
  async resetConfigOverrideKeys(level: ConfigOverrideLevel, keys: readonly string[]): Promise<void> {
    await scopeOf(this).api.post(`/internal/config/override/${level}/reset-keys`, { keys });
    await this.#reload();
  }

  /** Where the level `branch` was pushed from. */
  async getPushedConfigSource(): Promise<PushedConfigSource> {
    return camelCased((await scopeOf(this).api.get<AnswerOf<'getConfigSource'>>('/internal/config/source')).source);
  }

  /** Forgets where the level `branch` was pushed from, so that it can be edited here. */
  async unlinkPushedConfigSource(): Promise<void> {
    await scopeOf(this).api.delete('/internal/config/source');
  }

  protected invalidate(): Promise<void> {
    return scopeOf(this).cache.invalidate(cacheKeys.project);
  }

  async #updateLevel(level: ConfigOverrideLevel, config: ConfigOverride): Promise<void> {
    const body = { config_override_string: JSON.stringify(config) };
    await scopeOf(this).api.patch(`/internal/config/override/${level}`, body);
    await this.#reload();
  }

  async #reload(): Promise<void> {
    Object.assign(this, fieldsOf(await scopeOf(this).api.get<WireProject>('/internal/projects/current')));
    await this.invalidate();
  }
}

/** @internal The changes of a project as the API spells them. */
export function toWireProject({ requirePublishableClientKey, config, ...fields }: AdminProjectUpdateOptions): object {
  const hasConfig = config !== undefined || requirePublishableClientKey !== undefined;
  return snakeCased({ ...fields, ...(hasConfig && { config: { ...config, requirePublishableClientKey } }) });
}

function fieldsOf({ created_at_millis, onboarding_state: _, config, ...fields }: WireProject) {
  return { ...camelCased(fields), createdAt: new Date(created_at_millis), config: toConfig(config) };
}

function toConfig({ enabled_oauth_providers: _, ...config }: WireProject['config']): AdminProjectConfig {
  return camelCased(config);
}

function parseConfig({ config_string }: AnswerOf<'getConfig'>): ConfigOverride {
  return JSON.parse(config_string) as ConfigOverride;
}
