import type { Insertable, Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database, Db } from '../../database/database.ts';
import type { ProjectKeyKind } from '../../http/identify-caller.ts';

export type KeySetRow = Selectable<Database['project_key_sets']>;
type NewKeySet = Insertable<Database['project_key_sets']>;

/** A set of project keys, without what its keys are. */
export interface KeySetRecord extends KeySetRow {
  keys: { kind: ProjectKeyKind; last_four: string; last_used_at: string | null }[];
}

/** A project key as it is stored. */
export interface StoredKey {
  kind: ProjectKeyKind;
  hash: Buffer;
  secret_generation: number;
  last_four: string;
}

export async function insertKeySet(db: Db, set: NewKeySet, keys: readonly StoredKey[]): Promise<void> {
  await db.insertInto('project_key_sets').values(set).execute();
  await db
    .insertInto('project_keys')
    .values(keys.map((key) => ({ ...key, project_id: set.project_id, set_id: set.id })))
    .execute();
}

/** Newest first. */
export function selectKeySets(db: Db, projectId: string): Promise<KeySetRecord[]> {
  return selectRecords(db, projectId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export function selectKeySet(db: Db, projectId: string, id: string): Promise<KeySetRecord | undefined> {
  return selectRecords(db, projectId).where('id', '=', id).executeTakeFirst();
}

/** A set that is revoked already keeps its moment. Does nothing where there is no such set. */
export async function updateKeySetRow(db: Db, { projectId, id, description, revokedAt }: KeySetChange): Promise<void> {
  await db
    .updateTable('project_key_sets')
    .set(({ ref, fn, val }) => ({
      description: description ?? ref('description'),
      revoked_at: revokedAt === null ? ref('revoked_at') : fn.coalesce('revoked_at', val(revokedAt)),
    }))
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .execute();
}

export interface KeySetChange {
  projectId: string;
  id: string;
  description: string | undefined;
  revokedAt: Date | null;
}

export function selectEnvironmentKeys(db: Db, projectId: string) {
  return db
    .selectFrom('project_keys')
    .innerJoin('project_key_sets', (join) =>
      join
        .onRef('project_key_sets.project_id', '=', 'project_keys.project_id')
        .onRef('project_key_sets.id', '=', 'project_keys.set_id'),
    )
    .select(['project_keys.kind', 'project_keys.hash'])
    .where('project_key_sets.project_id', '=', projectId)
    .where('project_key_sets.from_environment', '=', true)
    .execute();
}

/** Its keys go with it. */
export async function deleteEnvironmentKeys(db: Db, projectId: string): Promise<void> {
  await db
    .deleteFrom('project_key_sets')
    .where('project_id', '=', projectId)
    .where('from_environment', '=', true)
    .execute();
}

function selectRecords(db: Db, projectId: string) {
  return db
    .selectFrom('project_key_sets')
    .selectAll()
    .select((set) =>
      jsonArrayFrom(
        set
          .selectFrom('project_keys')
          .select(['kind', 'last_four', 'last_used_at'])
          .whereRef('project_keys.project_id', '=', 'project_key_sets.project_id')
          .whereRef('project_keys.set_id', '=', 'project_key_sets.id'),
      ).as('keys'),
    )
    .where('project_id', '=', projectId);
}
