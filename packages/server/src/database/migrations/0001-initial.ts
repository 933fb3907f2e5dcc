import { type Kysely, sql } from 'kysely';

/*
 * Every row of a tenant carries its project_id in its primary key and in every foreign key, so that no statement can join
 * two projects, and a row of another project looks exactly like one that does not exist.
 * Secrets are stored as (hash, secret_generation): an HMAC, and which of LATCHKEY_SECRET's values made it.
 */
const statements = [
  `create table installation (
    only_row boolean primary key default true check (only_row),
    claim_code_nonce bytea,
    claim_code_hash bytea,
    claimed_at timestamptz
  )`,
  `insert into installation default values`,

  // A fingerprint tells whether a LATCHKEY_SECRET is the one this database was made with, without telling the secret.
  `create table secret_generations (
    generation smallint primary key,
    fingerprint bytea not null unique,
    created_at timestamptz not null
  )`,

  `create table projects (
    id text primary key,
    display_name text not null,
    description text not null default '',
    is_production_mode boolean not null default false,
    is_development_environment boolean not null default false,
    onboarding_status text not null default 'completed',
    onboarding_state jsonb,
    logo_url text,
    logo_full_url text,
    logo_dark_mode_url text,
    logo_full_dark_mode_url text,
    owner_project_id text not null default 'internal' check (owner_project_id = 'internal'),
    owner_team_id uuid,
    project_overrides jsonb not null default '{}',
    branch_overrides jsonb not null default '{}',
    environment_overrides jsonb not null default '{}',
    branch_config_source jsonb,
    created_at timestamptz not null
  )`,

  `create table project_key_sets (
    project_id text not null references projects on delete cascade,
    id uuid not null,
    description text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    from_environment boolean not null default false,
    primary key (project_id, id)
  )`,
  `create index project_key_sets_by_creation on project_key_sets (project_id, created_at desc, id desc)`,
  `create unique index project_key_sets_one_from_environment on project_key_sets (project_id) where from_environment`,
  // An operator may fix one and the same string for several kinds of key, or for a key that another project has.
  `create table project_keys (
    hash bytea not null,
    secret_generation smallint not null references secret_generations,
    project_id text not null,
    set_id uuid not null,
    kind text not null check (kind in ('publishable_client', 'secret_server', 'super_secret_admin')),
    last_four text not null,
    primary key (hash, project_id, kind),
    foreign key (project_id, set_id) references project_key_sets on delete cascade
  )`,
  `create index project_keys_of_set on project_keys (project_id, set_id)`,

  `create table users (
    project_id text not null references projects on delete cascade,
    id uuid not null,
    display_name text,
    profile_image_url text,
    selected_team_id uuid,
    password_hash text,
    is_anonymous boolean not null default false,
    restricted_by_admin boolean not null default false,
    restricted_by_admin_reason text,
    restricted_by_admin_private_details text,
    client_metadata jsonb,
    client_read_only_metadata jsonb,
    server_metadata jsonb,
    country_code text,
    sign_up_bot_risk real not null default 0,
    sign_up_trial_abuse_risk real not null default 0,
    signed_up_at timestamptz not null,
    last_active_at timestamptz not null,
    primary key (project_id, id)
  )`,
  `create index users_by_sign_up on users (project_id, signed_up_at, id)`,
  `create index users_by_activity on users (project_id, last_active_at, id)`,
  `create index users_by_name on users (project_id, lower(display_name) text_pattern_ops)`,

  `create table contact_channels (
    project_id text not null,
    id uuid not null,
    user_id uuid not null,
    type text not null check (type = 'email'),
    value text not null,
    is_primary boolean not null default false,
    is_verified boolean not null default false,
    used_for_auth boolean not null default false,
    created_at timestamptz not null,
    primary key (project_id, id),
    foreign key (project_id, user_id) references users on delete cascade,
    constraint contact_channels_once_per_user unique (project_id, user_id, type, value)
  )`,
  `create unique index contact_channels_one_sign_in on contact_channels (project_id, type, value) where used_for_auth`,
  `create unique index contact_channels_one_primary on contact_channels (project_id, user_id, type) where is_primary`,
  `create index contact_channels_by_value on contact_channels (project_id, value text_pattern_ops)`,

  `create table sessions (
    project_id text not null,
    id uuid not null,
    user_id uuid not null,
    hash bytea not null unique,
    secret_generation smallint not null references secret_generations,
    is_impersonation boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz not null,
    primary key (project_id, id),
    constraint sessions_user foreign key (project_id, user_id) references users on delete cascade
  )`,
  `create index sessions_of_user on sessions (project_id, user_id, created_at desc, id desc)`,
  `create index sessions_by_expiry on sessions (expires_at)`,

  `create table verification_codes (
    project_id text not null references projects on delete cascade,
    id uuid not null,
    kind text not null,
    hash bytea not null unique,
    secret_generation smallint not null references secret_generations,
    user_id uuid,
    team_id uuid,
    contact_channel_id uuid,
    email text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    attempts smallint not null default 0,
    primary key (project_id, id),
    foreign key (project_id, user_id) references users on delete cascade,
    foreign key (project_id, contact_channel_id) references contact_channels on delete cascade
  )`,
  `create index verification_codes_of_user on verification_codes (project_id, user_id)`,
  `create index verification_codes_of_channel on verification_codes (project_id, contact_channel_id)`,
  `create index verification_codes_of_team on verification_codes (project_id, team_id, kind)`,
  `create index verification_codes_of_email on verification_codes (project_id, kind, email)`,
  `create index verification_codes_by_expiry on verification_codes (expires_at)`,

  `create table teams (
    project_id text not null references projects on delete cascade,
    id uuid not null,
    display_name text not null,
    profile_image_url text,
    client_metadata jsonb,
    client_read_only_metadata jsonb,
    server_metadata jsonb,
    created_at timestamptz not null,
    primary key (project_id, id)
  )`,
  `create index teams_by_creation on teams (project_id, created_at, id)`,
  `alter table verification_codes add foreign key (project_id, team_id) references teams on delete cascade`,
  `alter table projects add constraint projects_owner_team
    foreign key (owner_project_id, owner_team_id) references teams (project_id, id)`,
  `create index projects_of_team on projects (owner_team_id)`,

  `create table team_members (
    project_id text not null,
    team_id uuid not null,
    user_id uuid not null,
    display_name text,
    profile_image_url text,
    created_at timestamptz not null,
    primary key (project_id, team_id, user_id),
    constraint team_members_team foreign key (project_id, team_id) references teams on delete cascade,
    constraint team_members_user foreign key (project_id, user_id) references users on delete cascade
  )`,
  `create index team_members_of_user on team_members (project_id, user_id, team_id)`,
  `create index team_members_by_joining on team_members (project_id, team_id, created_at, user_id)`,
  // Whoever leaves a team has it selected no longer, and nobody selects a team of others: the database sees to it.
  `alter table users add constraint users_selected_team
    foreign key (project_id, selected_team_id, id) references team_members (project_id, team_id, user_id)
    on delete set null (selected_team_id)`,
  `create index users_by_selected_team on users (project_id, selected_team_id, id) where selected_team_id is not null`,

  // System permissions ("$...") are rows like any other, so that containment and grants need no special case. Their ids
  // sort by code point on every installation, whatever its locale.
  `create table permission_definitions (
    project_id text not null references projects on delete cascade,
    id text collate "C" not null,
    scope text not null check (scope in ('team', 'project')),
    description text,
    is_default_of_team_creator boolean not null default false,
    is_default_of_team_member boolean not null default false,
    is_default_of_user boolean not null default false,
    primary key (project_id, id)
  )`,
  `create table permission_containments (
    project_id text not null,
    containing_id text collate "C" not null,
    contained_id text collate "C" not null,
    primary key (project_id, containing_id, contained_id),
    foreign key (project_id, containing_id) references permission_definitions on update cascade on delete cascade,
    foreign key (project_id, contained_id) references permission_definitions on update cascade on delete cascade
  )`,
  `create index permission_containments_of_contained on permission_containments (project_id, contained_id)`,
  `create table team_permission_grants (
    project_id text not null,
    team_id uuid not null,
    user_id uuid not null,
    permission_id text collate "C" not null,
    primary key (project_id, team_id, user_id, permission_id),
    constraint team_permission_grants_member
      foreign key (project_id, team_id, user_id) references team_members on delete cascade,
    constraint team_permission_grants_permission
      foreign key (project_id, permission_id) references permission_definitions on update cascade on delete cascade
  )`,
  `create index team_permission_grants_of_user on team_permission_grants (project_id, user_id, team_id)`,
  `create index team_permission_grants_of_permission on team_permission_grants (project_id, permission_id, team_id)`,
  `create table project_permission_grants (
    project_id text not null,
    user_id uuid not null,
    permission_id text collate "C" not null,
    primary key (project_id, user_id, permission_id),
    constraint project_permission_grants_user
      foreign key (project_id, user_id) references users on delete cascade,
    constraint project_permission_grants_permission
      foreign key (project_id, permission_id) references permission_definitions on update cascade on delete cascade
  )`,
  `create index project_permission_grants_of_permission on project_permission_grants (project_id, permission_id)`,

  `create table api_keys (
    project_id text not null,
    id uuid not null,
    user_id uuid,
    team_id uuid,
    description text not null,
    is_public boolean not null,
    hash bytea not null unique,
    secret_generation smallint not null references secret_generations,
    last_four text not null,
    creator_user_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (project_id, id),
    check (num_nonnulls(user_id, team_id) = 1),
    constraint api_keys_user foreign key (project_id, user_id) references users on delete cascade,
    constraint api_keys_team foreign key (project_id, team_id) references teams on delete cascade,
    foreign key (project_id, creator_user_id) references users on delete set null (creator_user_id)
  )`,
  `create index api_keys_of_user on api_keys (project_id, user_id, created_at desc, id desc) where user_id is not null`,
  `create index api_keys_of_team on api_keys (project_id, team_id, created_at desc, id desc) where team_id is not null`,
  `create index api_keys_by_creation on api_keys (project_id, created_at desc, id desc)`,
  `create index api_keys_by_expiry on api_keys (project_id, coalesce(expires_at, 'infinity'), id)`,
  `create index api_keys_by_description on api_keys (project_id, lower(description) text_pattern_ops)`,
  `create index api_keys_by_last_four on api_keys (project_id, last_four)`,
  `create index api_keys_of_creator on api_keys (project_id, creator_user_id) where creator_user_id is not null`,

  // Without SMTP a mail is kept here for the operator; with SMTP it waits here for its delivery. Sealed, and short-lived.
  `create table mails (
    project_id text not null references projects on delete cascade,
    id uuid not null,
    recipient text not null,
    subject text not null,
    sealed_content bytea not null,
    secret_generation smallint not null references secret_generations,
    status text not null check (status in ('kept', 'waiting', 'failed')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (project_id, id)
  )`,
  `create index mails_by_creation on mails (project_id, created_at desc, id desc)`,
  `create index mails_by_expiry on mails (expires_at)`,

  // The layout that rate-limiter-flexible expects of its PostgreSQL store.
  `create table throttles (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`,
  `create index throttles_by_expiry on throttles (expire)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
