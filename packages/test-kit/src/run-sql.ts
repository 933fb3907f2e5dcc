import pg from 'pg';

/** Runs one statement on a connection of its own, behind the server's back. */
export async function runSql(connection: pg.ClientConfig, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  // A killed server is told by the rejected statement already.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
