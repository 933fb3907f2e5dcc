import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StartError } from '../../platform/start-error.ts';
import { findRunningPostgres } from './find-running-postgres.ts';
import { makeFolder } from './testing/data-folder.ts';
import { query } from './testing/query.ts';
import { startInChild } from './testing/start-in-child.ts';
import { until } from './testing/until.ts';

describe('findRunningPostgres', () => {
  it('reaches the database of another process, also when only that process was killed, and none that has ended', async () => {
    const dataDirectory = makeFolder();
    const child = await startInChild({ dataDirectory });
    const connection = await findRunningPostgres(dataDirectory);
    expect(connection).toEqual(child.connection);
    expect(await query({ connection: connection ?? child.connection }, 'select 1 as one')).toEqual([{ one: 1 }]);
    await child.kill();
    expect(await findRunningPostgres(dataDirectory)).toEqual(child.connection);
    process.kill(child.pid, 'SIGKILL');
    await until(async () => (await findRunningPostgres(dataDirectory)) === undefined);
  });

  it('only looks', async () => {
    const dataDirectory = makeFolder();
    writeFileSync(join(dataDirectory, 'postgres-password'), 'password');
    expect(await findRunningPostgres(dataDirectory)).toBeUndefined();
    expect(readdirSync(dataDirectory)).toEqual(['postgres-password']);
  });

  it('says where to look instead when there is no installation', async () => {
    const dataDirectory = makeFolder();
    await expect(findRunningPostgres(dataDirectory)).rejects.toThrow(
      new StartError(
        `There is no installation in ${dataDirectory}: set LATCHKEY_DATA_DIR to the data folder of the server, or start it once.`,
      ),
    );
  });
});
