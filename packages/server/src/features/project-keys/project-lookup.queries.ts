import type { Pool } from 'pg';

/** What the lookup answers in one statement: the projects asked for, and which of the keys asked for are live. */
export type LookupRow =
  | {
      id: string;
      display_name: string;
      owner_team_id: string | null;
      overrides: string;
      key_hash: null;
      key_kind: null;
    }
  | { id: string; display_name: null; owner_team_id: null; overrides: null; key_hash: string; key_kind: string };

/*
 * The overrides come as text: their settings are remembered by it, so it is hardly ever parsed. A key is live while its
 * set is neither revoked nor expired.
 */
const text = `
  select id, display_name, owner_team_id,
    json_build_array(project_overrides, branch_overrides, environment_overrides)::text as overrides,
    null as key_hash, null as key_kind
  from projects where id = any($1)
  union all
  select key.project_id, null, null, null, encode(key.hash, 'hex'), key.kind
  from project_keys key
  join project_key_sets key_set on key_set.project_id = key.project_id and key_set.id = key.set_id
  where key.hash = any($2) and key_set.revoked_at is null and (key_set.expires_at is null or key_set.expires_at > $3)`;

/** Prepared once for each connection. */
export async function lookUpProjects(
  pool: Pool,
  { projectIds, keyHashes, now }: { projectIds: string[]; keyHashes: string[]; now: Date },
): Promise<LookupRow[]> {
  const hashes = keyHashes.map((hash) => `\\x${hash}`);
  const { rows } = await pool.query<LookupRow>({ name: 'look-up-projects', text, values: [projectIds, hashes, now] });
  return rows;
}
