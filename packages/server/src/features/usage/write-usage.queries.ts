import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { CheckCount, RequestUse, UsageBatch } from './usage-batch.ts';

/** A number of our own choice. */
const usageLock = 5_272_194_301_417_004n;

/**
 * Adds a batch to what is stored. Nodes do so one after the other. Past that it waits for nobody: a row of a
 * project or of a key that somebody else holds is about to be deleted, and left alone.
 */
export async function writeUsage(db: Db, { checks, requests }: Pick<UsageBatch, 'checks' | 'requests'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(usageLock)})`.execute(db);
  const projectIds = await lockProjects(db, [...checks, ...requests]);
  const ofProjects = <Use extends { projectId: string }>(uses: readonly Use[]) =>
    uses.filter(({ projectId }) => projectIds.has(projectId));
  await writeProjectUses(db, ofProjects(requests));
  await writeChecks(db, ofProjects(checks));
  await writeKeyChecks(db, ofProjects(checks));
  await writeKeyUses(db, checks);
  await writeProjectKeyUses(db, requests);
}

/** Those that there are, kept from being deleted until the batch is written. */
async function lockProjects(db: Db, uses: readonly { projectId: string }[]): Promise<Set<string>> {
  const ids = [...new Set(uses.map(({ projectId }) => projectId))];
  const rows = await db
    .selectFrom('projects')
    .select('id')
    .where(sql<boolean>`id = any(${ids})`)
    .orderBy('id')
    .forKeyShare()
    .skipLocked()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function writeProjectUses(db: Db, requests: readonly RequestUse[]): Promise<void> {
  if (requests.length === 0) return;
  await sql`
    insert into project_uses (project_id, last_request_at)
    select project_id, max(at) from unnest(${requests.map(({ projectId }) => projectId)}::text[], ${datesOf(requests)}::timestamptz[]) as new (project_id, at)
    group by project_id
    on conflict (project_id) do update set last_request_at = greatest(project_uses.last_request_at, excluded.last_request_at)`.execute(
    db,
  );
}

async function writeChecks(db: Db, checks: readonly CheckCount[]): Promise<void> {
  if (checks.length === 0) return;
  await sql`
    insert into check_counts (project_id, hour, outcome, checks)
    select project_id, hour, outcome, sum(checks) from ${newCounts(checks)}
    group by project_id, hour, outcome
    on conflict (project_id, hour, outcome) do update set checks = check_counts.checks + excluded.checks`.execute(db);
}

async function writeKeyChecks(db: Db, checks: readonly CheckCount[]): Promise<void> {
  const ofKeys = checks.filter(({ apiKeyId }) => apiKeyId !== null);
  if (ofKeys.length === 0) return;
  await sql`
    insert into api_key_check_counts (project_id, api_key_id, hour, outcome, checks)
    select project_id, api_key_id, hour, outcome, checks from ${newCounts(ofKeys)}
    on conflict (project_id, api_key_id, hour, outcome) do update set checks = api_key_check_counts.checks + excluded.checks`.execute(
    db,
  );
}

/** A key was used when it passed. */
async function writeKeyUses(db: Db, checks: readonly CheckCount[]): Promise<void> {
  const passed = checks.filter(({ apiKeyId, outcome }) => apiKeyId !== null && outcome === 'valid');
  if (passed.length === 0) return;
  await sql`
    with used as (
      select uses.project_id, uses.api_key_id, new.at
      from (
        select project_id, api_key_id, max(last_at) as at from ${newCounts(passed)} group by project_id, api_key_id
      ) as new join api_key_uses uses on uses.project_id = new.project_id and uses.api_key_id = new.api_key_id
      for update of uses skip locked
    )
    update api_key_uses uses
    set last_used_at = greatest(uses.last_used_at, used.at), idle_since = greatest(uses.idle_since, used.at)
    from used where uses.project_id = used.project_id and uses.api_key_id = used.api_key_id`.execute(db);
}

async function writeProjectKeyUses(db: Db, requests: readonly RequestUse[]): Promise<void> {
  const ofKeys = requests.flatMap(({ projectId, key, lastAt }) =>
    key === null ? [] : [{ ...key, projectId, lastAt }],
  );
  if (ofKeys.length === 0) return;
  await sql`
    with used as (
      select key.hash, key.project_id, key.kind, new.at
      from unnest(
        ${ofKeys.map(({ hash }) => `\\x${hash}`)}::bytea[], ${ofKeys.map(({ projectId }) => projectId)}::text[],
        ${ofKeys.map(({ kind }) => kind)}::text[], ${datesOf(ofKeys)}::timestamptz[]
      ) as new (hash, project_id, kind, at)
      join project_keys key on key.hash = new.hash and key.project_id = new.project_id and key.kind = new.kind
      for no key update of key skip locked
    )
    update project_keys key set last_used_at = greatest(key.last_used_at, used.at)
    from used where key.hash = used.hash and key.project_id = used.project_id and key.kind = used.kind`.execute(db);
}

function newCounts(counts: readonly CheckCount[]) {
  return sql`unnest(
      ${counts.map(({ projectId }) => projectId)}::text[], ${counts.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${counts.map(({ hour }) => new Date(hour))}::timestamptz[], ${counts.map(({ outcome }) => outcome)}::text[],
      ${counts.map(({ checks }) => checks)}::bigint[], ${datesOf(counts)}::timestamptz[]
    ) as new (project_id, api_key_id, hour, outcome, checks, last_at)`;
}

function datesOf(uses: readonly { lastAt: number }[]): Date[] {
  return uses.map(({ lastAt }) => new Date(lastAt));
}
