import pg from 'pg';
import type { EmbeddedPostgres } from '../start-embedded-postgres.ts';

/** Runs statements, each on a connection of its own, and returns the rows of the last one. */
export async function query(
  postgres: Pick<EmbeddedPostgres, 'connection'>,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  let rows: Record<string, unknown>[] = [];
  for (const statement of statements) {
    const client = new pg.Client(postgres.connection);
    // A killed server is told by the rejected statement already.
    client.on('error', () => undefined);
    await client.connect();
    try {
      rows = (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }
  return rows;
}
