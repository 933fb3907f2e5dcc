import { type Kysely, sql } from 'kysely';

/*
 * What lists are narrowed down by, each an index: how many rows a filter leaves can then be counted up to a bound, whatever
 * the order that is asked for (docs/adr/0012-search-without-extensions.md). Partial ones cost nothing while a key is made.
 */
const statements = [
  `create index api_keys_revoked on api_keys (project_id, created_at desc, id desc) where revoked_at is not null`,
  `create index api_keys_revoked_by_expiry on api_keys (project_id, coalesce(expires_at, 'infinity'), id)
    where revoked_at is not null`,
  `create index api_keys_leaked on api_keys (project_id, created_at desc, id desc) where leak_reported_at is not null`,

  `create index users_restricted on users (project_id, id) where restricted_by_admin`,
  `create index users_anonymous on users (project_id, id) where is_anonymous`,
  `create index users_by_last_name on users
    (project_id, lower(substring(display_name from '\\S+\\s*$')) text_pattern_ops) where display_name ~ '\\S\\s+\\S'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
