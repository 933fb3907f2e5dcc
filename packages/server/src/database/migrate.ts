import { type Kysely, type Migration, Migrator } from 'kysely';
import { DatabaseError } from 'pg';
import { StartError } from '../platform/start-error.ts';
import type { Database } from './database.ts';
import * as initial from './migrations/0001-initial.ts';
import * as usage from './migrations/0002-usage.ts';
import * as search from './migrations/0003-search.ts';

/** In the order they run; a migration that has been released is never changed. */
const migrations: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-usage': usage,
  '0003-search': search,
};

/** Insufficient privilege, and a read-only transaction, as on a standby. */
const forbiddenStates = new Set(['42501', '25006']);

/**
 * Brings the schema up to date. Nodes that start together wait for one another (Kysely takes an advisory lock).
 *
 * @throws StartError when the database was made by a newer Latchkey, or its user may not make tables in it
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    allowUnorderedMigrations: true,
  });
  await refuseNewerSchema(db);
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw explain(error);
}

function explain(error: Error): Error {
  const isForbidden = error instanceof DatabaseError && forbiddenStates.has(error.code ?? '');
  if (!isForbidden) return error;
  return new StartError(
    `The user of DATABASE_URL may not make tables in this database (${error.message}): let it own the database, which must not be a read-only standby.`,
  );
}

async function refuseNewerSchema(db: Kysely<Database>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const done = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const unknown = done.filter(({ name }) => !(name in migrations));
  if (unknown.length > 0) {
    throw new StartError(
      `This data was written by a newer Latchkey (it has the migration ${unknown[0]?.name}): install that version or a later one, or use another data folder or database.`,
    );
  }
}
