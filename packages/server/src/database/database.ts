import type pg from 'pg';
import type { ConfigSource, OnboardingStatus } from '@latchkey/contract';
import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

/** What queries run on: the pool, or the transaction they are part of. */
export type Db = Kysely<Database> | Transaction<Database>;

/** The connections themselves, for libraries that bring their own SQL and for statements prepared by name. */
export type Pool = pg.Pool;

/** A value JSON can hold; written as text, read parsed. */
type Json = ColumnType<JsonValue, string | null, string | null>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

type Overrides = JSONColumnType<Record<string, JsonValue>>;
type WithDefault<T> = Generated<T>;

export interface Database {
  installation: InstallationTable;
  secret_generations: { generation: number; fingerprint: Buffer; created_at: Date };
  projects: ProjectsTable;
  project_key_sets: ProjectKeySetsTable;
  project_keys: ProjectKeysTable;
  users: UsersTable;
  contact_channels: ContactChannelsTable;
  sessions: SessionsTable;
  verification_codes: VerificationCodesTable;
  teams: TeamsTable;
  team_members: TeamMembersTable;
  permission_definitions: PermissionDefinitionsTable;
  permission_containments: { project_id: string; containing_id: string; contained_id: string };
  team_permission_grants: { project_id: string; team_id: string; user_id: string; permission_id: string };
  project_permission_grants: { project_id: string; user_id: string; permission_id: string };
  api_keys: ApiKeysTable;
  mails: MailsTable;
  api_key_uses: { project_id: string; api_key_id: string; last_used_at: Date | null; idle_since: Date };
  check_counts: { project_id: string; hour: Date; outcome: string; checks: number };
  api_key_check_counts: { project_id: string; api_key_id: string; hour: Date; outcome: string; checks: number };
  project_uses: { project_id: string; last_request_at: Date };
}

/** The two columns of every stored secret: its HMAC, and which value of LATCHKEY_SECRET made it. */
interface HashedSecret {
  hash: Buffer;
  secret_generation: number;
}

interface InstallationTable {
  only_row: WithDefault<boolean>;
  claim_code_nonce: Buffer | null;
  claim_code_hash: Buffer | null;
  claimed_at: Date | null;
}

export interface ProjectsTable {
  id: string;
  display_name: string;
  description: WithDefault<string>;
  is_production_mode: WithDefault<boolean>;
  is_development_environment: WithDefault<boolean>;
  onboarding_status: WithDefault<OnboardingStatus>;
  onboarding_state: Json | null;
  logo_url: string | null;
  logo_full_url: string | null;
  logo_dark_mode_url: string | null;
  logo_full_dark_mode_url: string | null;
  owner_team_id: string | null;
  project_overrides: Overrides;
  branch_overrides: Overrides;
  environment_overrides: Overrides;
  branch_config_source: ColumnType<ConfigSource | null, string | null, string | null>;
  created_at: Date;
}

interface ProjectKeySetsTable {
  project_id: string;
  id: string;
  description: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  from_environment: WithDefault<boolean>;
}

interface ProjectKeysTable extends HashedSecret {
  project_id: string;
  set_id: string;
  kind: 'publishable_client' | 'secret_server' | 'super_secret_admin';
  last_four: string;
  last_used_at: Date | null;
}

export interface UsersTable {
  project_id: string;
  id: string;
  display_name: string | null;
  profile_image_url: string | null;
  selected_team_id: string | null;
  password_hash: string | null;
  is_anonymous: WithDefault<boolean>;
  restricted_by_admin: WithDefault<boolean>;
  restricted_by_admin_reason: string | null;
  restricted_by_admin_private_details: string | null;
  client_metadata: Json | null;
  client_read_only_metadata: Json | null;
  server_metadata: Json | null;
  country_code: string | null;
  sign_up_bot_risk: WithDefault<number>;
  sign_up_trial_abuse_risk: WithDefault<number>;
  signed_up_at: Date;
  last_active_at: Date;
}

export interface ContactChannelsTable {
  project_id: string;
  id: string;
  user_id: string;
  type: 'email';
  value: string;
  is_primary: WithDefault<boolean>;
  is_verified: WithDefault<boolean>;
  used_for_auth: WithDefault<boolean>;
  created_at: Date;
}

interface SessionsTable extends HashedSecret {
  project_id: string;
  id: string;
  user_id: string;
  is_impersonation: WithDefault<boolean>;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date;
}

interface VerificationCodesTable extends HashedSecret {
  project_id: string;
  id: string;
  kind: string;
  user_id: string | null;
  team_id: string | null;
  contact_channel_id: string | null;
  email: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  attempts: WithDefault<number>;
}

export interface TeamsTable {
  project_id: string;
  id: string;
  display_name: string;
  profile_image_url: string | null;
  client_metadata: Json | null;
  client_read_only_metadata: Json | null;
  server_metadata: Json | null;
  created_at: Date;
}

interface TeamMembersTable {
  project_id: string;
  team_id: string;
  user_id: string;
  display_name: string | null;
  profile_image_url: string | null;
  created_at: Date;
}

interface PermissionDefinitionsTable {
  project_id: string;
  id: string;
  scope: 'team' | 'project';
  description: string | null;
  is_default_of_team_creator: WithDefault<boolean>;
  is_default_of_team_member: WithDefault<boolean>;
  is_default_of_user: WithDefault<boolean>;
}

export interface ApiKeysTable extends HashedSecret {
  project_id: string;
  id: string;
  user_id: string | null;
  team_id: string | null;
  description: string;
  is_public: boolean;
  last_four: string;
  creator_user_id: string | null;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  leak_reported_at: Date | null;
}

interface MailsTable {
  project_id: string;
  id: string;
  recipient: string;
  subject: string;
  sealed_content: Buffer;
  secret_generation: number;
  status: 'kept' | 'waiting' | 'failed';
  created_at: Date;
  expires_at: Date;
}
