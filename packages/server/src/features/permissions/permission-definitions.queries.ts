import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

export type PermissionScope = 'team' | 'project';

/** A permission that a project knows. */
export interface PermissionDefinition {
  id: string;
  description: string | null;
  /** What whoever holds this permission holds too. */
  containedPermissionIds: string[];
}

export interface DefinitionReference {
  projectId: string;
  scope: PermissionScope;
  id: string;
}

/** By id; `after` is the last id of the page before. */
export function selectPermissionDefinitions(
  db: Db,
  {
    projectId,
    scope,
    query,
    after,
    limit,
  }: {
    projectId: string;
    scope: PermissionScope;
    query: string | undefined;
    after: string | undefined;
    limit: number | undefined;
  },
): Promise<PermissionDefinition[]> {
  let definitions = definitionsOf(db, { projectId, scope }).orderBy('d.id');
  if (query !== undefined) {
    definitions = definitions.where(
      sql<boolean>`position(${query.toLowerCase()} in lower(d.id || ' ' || coalesce(d.description, ''))) > 0`,
    );
  }
  if (after !== undefined) definitions = definitions.where('d.id', '>', after);
  if (limit !== undefined) definitions = definitions.limit(limit);
  return definitions.execute();
}

export function selectPermissionDefinition(db: Db, { id, ...of }: DefinitionReference): Promise<PermissionDefinition> {
  return definitionsOf(db, of).where('d.id', '=', id).executeTakeFirstOrThrow();
}

/** The scopes of those permissions that exist, which then stay until the end of the transaction. */
export async function selectScopesForShare(
  db: Db,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, PermissionScope>> {
  const rows = await db
    .selectFrom('permission_definitions')
    .select(['id', 'scope'])
    .where('project_id', '=', projectId)
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy('id')
    .forKeyShare()
    .execute();
  return new Map(rows.map(({ id, scope }) => [id, scope]));
}

export async function insertPermissionDefinition(
  db: Db,
  { projectId, scope, id, description }: DefinitionReference & { description: string | null },
): Promise<void> {
  await db.insertInto('permission_definitions').values({ project_id: projectId, scope, id, description }).execute();
}

/** A new id is taken over by whatever refers to the old one. */
export async function updatePermissionDefinitionRow(
  db: Db,
  { projectId, id }: DefinitionReference,
  change: { id: string; description?: string | undefined },
): Promise<void> {
  await db
    .updateTable('permission_definitions')
    .set({ id: change.id, ...(change.description !== undefined && { description: change.description }) })
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .execute();
}

export async function deletePermissionDefinitionRow(db: Db, { projectId, id }: DefinitionReference): Promise<void> {
  await db.deleteFrom('permission_definitions').where('project_id', '=', projectId).where('id', '=', id).execute();
}

/** Sets what a permission contains; answers the ids among `containedIds` that are no permissions of its scope. */
export async function replaceContainedPermissions(
  db: Db,
  { projectId, scope, id }: DefinitionReference,
  containedIds: readonly string[],
): Promise<string[]> {
  await db
    .deleteFrom('permission_containments')
    .where('project_id', '=', projectId)
    .where('containing_id', '=', id)
    .execute();
  const inserted = await db
    .insertInto('permission_containments')
    .columns(['project_id', 'containing_id', 'contained_id'])
    .expression(
      db
        .selectFrom('permission_definitions')
        .select([sql.val(projectId).as('project_id'), sql.val(id).as('containing_id'), 'id as contained_id'])
        .where('project_id', '=', projectId)
        .where('scope', '=', scope)
        .where('id', '=', sql<string>`any(${containedIds})`),
    )
    .returning('contained_id')
    .execute();
  const known = new Set(inserted.map((row) => row.contained_id));
  return containedIds.filter((containedId) => !known.has(containedId));
}

function definitionsOf(db: Db, { projectId, scope }: { projectId: string; scope: PermissionScope }) {
  return db
    .selectFrom('permission_definitions as d')
    .select(['d.id', 'd.description'])
    .select((select) =>
      sql<string[]>`array(${select
        .selectFrom('permission_containments as c')
        .select('c.contained_id')
        .whereRef('c.project_id', '=', 'd.project_id')
        .whereRef('c.containing_id', '=', 'd.id')
        .orderBy('c.contained_id')})`.as('containedPermissionIds'),
    )
    .where('d.project_id', '=', projectId)
    .where('d.scope', '=', scope);
}
