import { type Kysely, sql } from 'kysely';

/*
 * What is counted beside the truth: it is collected in memory and written in batches, in tables of its own, so that a write
 * touches neither the row nor the indexes that a check reads. Why in this form: docs/adr/0011-usage-counters.md.
 */
const statements = [
  `alter table api_keys add column leak_reported_at timestamptz`,
  // What has not been revoked is counted and foretold in this index alone.
  `create index api_keys_unrevoked on api_keys (project_id, expires_at) where revoked_at is null`,

  // A row for each key. A key is idle since its last use, or since its creation, by which idle keys are found.
  `create table api_key_uses (
    project_id text not null,
    api_key_id uuid not null,
    last_used_at timestamptz,
    idle_since timestamptz not null,
    primary key (project_id, api_key_id),
    foreign key (project_id, api_key_id) references api_keys on delete cascade
  ) with (fillfactor = 80)`,
  `insert into api_key_uses (project_id, api_key_id, idle_since) select project_id, id, created_at from api_keys`,
  `create index api_key_uses_by_idleness on api_key_uses (project_id, idle_since, api_key_id)`,

  `create table check_counts (
    project_id text not null references projects on delete cascade,
    hour timestamptz not null,
    outcome text not null,
    checks bigint not null,
    primary key (project_id, hour, outcome)
  ) with (fillfactor = 80)`,
  // Refers to no key: a reference would lock the key's row with every new hour, and deleting a project would have to delete
  // all of these at once. What a deleted key leaves behind goes with the hours that nobody can ask for any more.
  `create table api_key_check_counts (
    project_id text not null,
    api_key_id uuid not null,
    hour timestamptz not null,
    outcome text not null,
    checks bigint not null,
    primary key (project_id, api_key_id, hour, outcome)
  ) with (fillfactor = 80)`,
  `create index check_counts_by_hour on check_counts (hour)`,
  `create index api_key_check_counts_by_hour on api_key_check_counts (hour)`,

  `alter table project_keys add column last_used_at timestamptz`,
  `create table project_uses (
    project_id text primary key references projects on delete cascade,
    last_request_at timestamptz not null
  ) with (fillfactor = 50)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
