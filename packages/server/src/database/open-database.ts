import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

/** The open database: `db` composes queries, `pool` runs the few hot named statements. */
export interface OpenDatabase {
  db: Kysely<Database>;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** A database host that has vanished never answers; nothing is lost by leaving without its answer. */
const farewellLimitInMilliseconds = 2_000;

const int8 = 20;
const numeric = 1700;

/**
 * Opens a pool of connections; connecting happens at the first query.
 *
 * @param connection a libpq URL, or the settings of the embedded PostgreSQL
 * @param onConnectionLost told of idle connections that break; the pool replaces them by itself
 */
export function openDatabase(
  connection: string | pg.PoolConfig,
  maxConnections: number,
  onConnectionLost: (error: Error) => void,
): OpenDatabase {
  const pool = new pg.Pool({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    max: maxConnections,
    application_name: 'latchkey',
    connectionTimeoutMillis: 5_000,
    // A statement that takes this long holds a connection others wait for; nothing of ours comes near.
    statement_timeout: 15_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown =>
        // Counts and sums come as bigint and numeric; all of ours are far below 2^53.
        oid === int8 || oid === numeric
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  pool.on('error', onConnectionLost);
  // One that breaks while it is in use is told by its statement; without a listener here Node would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ends = trackConnections(pool);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      await Promise.race([Promise.all(ends), pause(farewellLimitInMilliseconds, undefined, { ref: false })]);
    },
  };
}

/**
 * The ends of the connections that are open now: a pool says that it has ended when it has only told its connections so,
 * and one that PostgreSQL then finds open when it stops is reported as lost.
 */
function trackConnections(pool: pg.Pool): Iterable<Promise<void>> {
  const ends = new Set<Promise<void>>();
  pool.on('connect', (client) => {
    const end = new Promise<void>((resolve) => client.once('end', resolve));
    ends.add(end);
    void end.then(() => ends.delete(end));
  });
  return ends;
}
