import { startTestServer } from '@latchkey/test-kit';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { requirePostgres } from './require-postgres.ts';

async function refusalOf(connection: Parameters<typeof openDatabase>[0]): Promise<unknown> {
  const database: OpenDatabase = openDatabase(connection, 1, () => undefined);
  const outcome: unknown = await requirePostgres(database.pool).catch((error: unknown) => error);
  await database.close();
  return outcome;
}

describe('the database that the server is given', () => {
  it('is taken when it is recent and in UTF-8', async () => {
    expect(await refusalOf({ ...inject('cluster'), database: 'postgres' })).toBeUndefined();
  });

  it('is refused in one sentence when it cannot store every text', async () => {
    const server = await startTestServer();
    const settings = `encoding 'LATIN1' locale_provider libc locale 'C' template template0`;
    await server.deps.pool.query(`create database latin1 ${settings}`);
    expect(await refusalOf({ ...inject('cluster'), database: 'latin1' })).toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(/^DATABASE_URL leads to a database in LATIN1, .*createdb.*\.$/),
    });
    await server.close();
  });

  it.each([
    ['an unknown database', { database: 'nowhere' }, 'createdb'],
    ['a socket where nothing listens', { host: '/does/not/exist' }, 'nothing listens there'],
    ['a host name that nobody has', { host: 'nowhere.invalid' }, 'host name is unknown'],
  ])('is refused in one sentence when it is %s', async (_title, wrong, fix) => {
    const outcome = await refusalOf({ ...inject('cluster'), database: 'postgres', ...wrong });
    expect(outcome).toMatchObject({ name: 'StartError', message: expect.stringContaining(fix) });
  });
});
