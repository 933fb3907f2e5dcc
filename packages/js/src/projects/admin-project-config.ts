import type { Permission } from '../permissions/list-permissions.ts';
import type { Json } from '../users/user-fields.ts';
import type { ProjectConfig } from './project.ts';

/** An origin, perhaps with wildcards, that links in mails may lead to, and where its pages for signing in are. */
export interface TrustedDomain {
  domain: string;
  handlerPath: string;
}

/** The settings of a project as its administrators see them. */
export interface AdminProjectConfig extends ProjectConfig {
  /** Whether links in mails may lead to a machine's own address, too. */
  readonly allowLocalhost: boolean;
  readonly domains: readonly TrustedDomain[];
  readonly createTeamOnSignUp: boolean;
  readonly teamCreatorDefaultPermissions: readonly Permission[];
  readonly teamMemberDefaultPermissions: readonly Permission[];
  readonly userDefaultPermissions: readonly Permission[];
  readonly oauthAccountMergeStrategy: 'link_method' | 'raise_error' | 'allow_duplicates';
  readonly emailConfig: { readonly type: 'shared' };
  readonly emailTheme: string;
}

/** The settings to change; what is left out stays. */
export interface AdminProjectConfigUpdateOptions extends Partial<Omit<AdminProjectConfig, 'emailTheme'>> {
  /** Whether users are restricted until they have verified their address. */
  requireEmailVerification?: boolean;
}

/** Settings by dotted keys, such as `apiKeys.enabled.user`, or nested, or a mixture. */
export type ConfigOverride = Readonly<Record<string, Json>>;

/** The levels that settings are kept at; a later one wins over an earlier one. */
export type ConfigOverrideLevel = 'project' | 'branch' | 'environment';

/** Where the settings of the branch were pushed from. */
export type PushedConfigSource =
  | { type: 'unlinked' | 'pushed-from-unknown' }
  | {
      type: 'pushed-from-github';
      owner: string;
      repo: string;
      branch: string;
      commitHash: string;
      configFilePath: string;
      workflowPath?: string | undefined;
    };
