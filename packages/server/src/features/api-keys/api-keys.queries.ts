import { type Selectable, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Database, Db } from '../../database/database.ts';
import type { HashedSecret } from '../../platform/secrets.ts';
import type { ApiKey, ApiKeyOwner } from './api-key.ts';
import type { ApiKeyKind } from './api-key-format.ts';

type Row = Selectable<Database['api_keys']> & { owner_restricted: boolean; last_used_at?: Date | null };

function fromRow(row: Row): ApiKey {
  return {
    projectId: row.project_id,
    id: row.id,
    kind: row.user_id === null ? 'team' : 'user',
    ownerId: row.user_id ?? row.team_id ?? '',
    description: row.description,
    isPublic: row.is_public,
    lastFour: row.last_four,
    creatorUserId: row.creator_user_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    ownerRestricted: row.owner_restricted,
    leakReportedAt: row.leak_reported_at,
    lastUsedAt: row.last_used_at ?? null,
  };
}

/**
 * The hot one: prepared once on each connection, two index look-ups a key. It names its columns, since a prepared statement
 * fails once a newer node has added one to the table.
 */
const keysByHash = {
  name: 'api-keys-by-hash',
  text: `
    select k.project_id, k.id, k.user_id, k.team_id, k.description, k.is_public, k.hash, k.last_four, k.creator_user_id,
      k.created_at, k.expires_at, k.revoked_at, k.leak_reported_at, coalesce(u.restricted_by_admin, false) as owner_restricted
    from api_keys k left join users u on u.project_id = k.project_id and u.id = k.user_id
    where k.hash = any($1)`,
};

/** The keys with these hashes, each by its hash in base64. */
export async function selectApiKeysByHash(pool: Pool, hashes: Buffer[]): Promise<Map<string, ApiKey>> {
  const { rows } = await pool.query<Row>({ ...keysByHash, values: [hashes] });
  return new Map(rows.map((row) => [row.hash.toString('base64'), fromRow(row)]));
}

/** With the row that its uses are written to, so that writing them never has to make one. */
export async function insertApiKey(db: Db, key: ApiKey, secret: HashedSecret): Promise<void> {
  const row = {
    project_id: key.projectId,
    id: key.id,
    user_id: key.kind === 'user' ? key.ownerId : null,
    team_id: key.kind === 'team' ? key.ownerId : null,
    description: key.description,
    is_public: key.isPublic,
    ...secret,
    last_four: key.lastFour,
    creator_user_id: key.creatorUserId,
    created_at: key.createdAt,
    expires_at: key.expiresAt,
    revoked_at: key.revokedAt,
  };
  await db
    .with('inserted', (query) => query.insertInto('api_keys').values(row))
    .insertInto('api_key_uses')
    .values({ project_id: key.projectId, api_key_id: key.id, idle_since: key.createdAt })
    .execute();
}

export async function countLiveApiKeys(db: Db, projectId: string, owner: ApiKeyOwner, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('api_keys')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('project_id', '=', projectId)
    .where(ownerColumn[owner.kind], '=', owner.id)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirstOrThrow();
  return count;
}

/** One key of a project, locked until the end of the transaction, so that two changes of it come one after the other. */
export function selectApiKeyForUpdate(
  db: Db,
  projectId: string,
  kind: ApiKeyKind,
  id: string,
): Promise<ApiKey | undefined> {
  return findOne(
    selectKeys(db, projectId)
      .where('api_keys.id', '=', id)
      .where(ownerColumn[kind], 'is not', null)
      .forUpdate('api_keys'),
  );
}

/** @param kind null for either */
export function selectApiKey(
  db: Db,
  projectId: string,
  kind: ApiKeyKind | null,
  id: string,
): Promise<ApiKey | undefined> {
  const key = selectKeys(db, projectId).where('api_keys.id', '=', id);
  return findOne(kind === null ? key : key.where(ownerColumn[kind], 'is not', null));
}

/** The key with one of these hashes, in whatever project, locked. */
export async function selectApiKeyByHashForUpdate(db: Db, hashes: Buffer[]): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom('api_keys')
    .selectAll()
    .select(sql<boolean>`false`.as('owner_restricted'))
    .where('hash', 'in', hashes)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

export async function updateApiKeyRow(
  db: Db,
  key: Pick<ApiKey, 'projectId' | 'id'>,
  change: Partial<Pick<ApiKey, 'description' | 'expiresAt' | 'revokedAt' | 'leakReportedAt'>>,
): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({
      ...(change.description !== undefined && { description: change.description }),
      ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
      ...(change.revokedAt !== undefined && { revoked_at: change.revokedAt }),
      ...(change.leakReportedAt !== undefined && { leak_reported_at: change.leakReportedAt }),
    })
    .where('project_id', '=', key.projectId)
    .where('id', '=', key.id)
    .execute();
}

/** Revokes those of the keys that are not revoked yet; answers which keys there are, and which of them were live till now. */
export async function revokeApiKeyRows(
  db: Db,
  projectId: string,
  ids: string[],
  now: Date,
): Promise<Map<string, { revokedNow: boolean }>> {
  const found = await db
    .selectFrom('api_keys')
    .select(['id', 'revoked_at'])
    .where('project_id', '=', projectId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  await db
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('project_id', '=', projectId)
    .where('id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute();
  return new Map(found.map(({ id, revoked_at }) => [id, { revokedNow: revoked_at === null }]));
}

/** Revokes the keys of a team that one user made, for when that user leaves. */
export async function revokeTeamApiKeysOfCreator(
  db: Db,
  { projectId, teamId, creatorUserId }: { projectId: string; teamId: string; creatorUserId: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('project_id', '=', projectId)
    .where('id', 'in', (select) =>
      select
        .selectFrom('api_keys')
        .select('id')
        .where('project_id', '=', projectId)
        .where('team_id', '=', teamId)
        .where('creator_user_id', '=', creatorUserId)
        .where('revoked_at', 'is', null)
        .orderBy('id')
        .forUpdate(),
    )
    .execute();
}

/** In no particular order. */
export async function selectApiKeysById(db: Db, projectId: string, ids: readonly string[]): Promise<ApiKey[]> {
  const rows = await selectKeys(db, projectId)
    .where('api_keys.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return rows.map(fromRow);
}

const ownerColumn = { user: 'api_keys.user_id', team: 'api_keys.team_id' } as const;

function selectKeys(db: Db, projectId: string) {
  return db
    .selectFrom('api_keys')
    .leftJoin('users', (join) =>
      join.onRef('users.project_id', '=', 'api_keys.project_id').onRef('users.id', '=', 'api_keys.user_id'),
    )
    .leftJoin('api_key_uses', (join) =>
      join
        .onRef('api_key_uses.project_id', '=', 'api_keys.project_id')
        .onRef('api_key_uses.api_key_id', '=', 'api_keys.id'),
    )
    .selectAll('api_keys')
    .select('api_key_uses.last_used_at')
    .select(sql<boolean>`coalesce(users.restricted_by_admin, false)`.as('owner_restricted'))
    .where('api_keys.project_id', '=', projectId);
}

async function findOne(query: { executeTakeFirst(): Promise<Row | undefined> }): Promise<ApiKey | undefined> {
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}
