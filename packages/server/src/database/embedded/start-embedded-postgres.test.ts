import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { StartError } from '../../platform/start-error.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { makeFolder, makeSharedFolder } from './testing/data-folder.ts';
import { query } from './testing/query.ts';
import { startInChild } from './testing/start-in-child.ts';

async function start(dataDirectory: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory });
  onTestFinished(() => postgres.stop());
  return postgres;
}

describe('a fresh start', () => {
  const dataDirectory = join(makeSharedFolder(), 'not', 'there', 'yet');
  let postgres: EmbeddedPostgres;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDirectory });
  });

  afterAll(() => postgres.stop());

  it('makes the data folder and a PostgreSQL 18 that keeps what it acknowledges', async () => {
    const [row] = await query(
      postgres,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('fsync') as fsync,
        current_setting('data_checksums') as checksums, current_setting('TimeZone') as zone, current_setting('jit') as jit`,
    );
    expect(row).toEqual({ major: 18, fsync: 'on', checksums: 'on', zone: 'UTC', jit: 'off' });
  });

  it('sorts by code point and changes case by Unicode, whatever the locale of the system', async () => {
    const sorted = await query(postgres, `select c from unnest(array['b', 'a', 'É', 'B', 'z']) as c order by c`);
    expect(sorted.map((row) => row['c'])).toEqual(['B', 'a', 'b', 'z', 'É']);
    expect(await query(postgres, `select lower('É') as lower`)).toEqual([{ lower: 'é' }]);
  });

  it('listens on no network port, and its role is no superuser', async () => {
    const [row] = await query(
      postgres,
      `select current_setting('listen_addresses') as addresses, rolsuper as superuser from pg_roles where rolname = current_user`,
    );
    expect(row).toEqual({ addresses: '', superuser: false });
  });

  it('lets nobody in with a wrong password, nor the superuser at all', async () => {
    const { connection } = postgres;
    const wrong = new pg.Client({ ...connection, password: 'wrong' });
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
    const superuser = new pg.Client({ ...connection, user: 'postgres', database: 'postgres' });
    await expect(superuser.connect()).rejects.toMatchObject({ code: '28000' });
  });

  it('keeps the password in a file for its owner only, outside the folder of PostgreSQL', () => {
    const file = join(dataDirectory, 'postgres-password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(file).uid).toBe(process.geteuid?.());
    expect(readFileSync(file, 'utf8')).toBe(postgres.connection.password);
  });

  it('admits only the server and its owner to the socket and the cluster', () => {
    for (const path of [postgres.connection.host, join(postgres.location, 'cluster')]) {
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
    expect(statSync(join(postgres.connection.host, '.s.PGSQL.5432')).mode & 0o777).toBe(0o700);
  });

  it('hands nothing of its own environment and no password to the server', async () => {
    const child = await startInChild({ dataDirectory: makeFolder(), environment: { LATCHKEY_SECRET: 'canary' } });
    onTestFinished(() => child.stop());
    const seen = ['environ', 'cmdline'].map((file) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')).join();
    expect(seen).toContain('LC_ALL=C');
    expect(seen).not.toContain('canary');
    expect(seen).not.toContain(child.connection.password);
  });

  it('writes no text of a statement to the log, failed or not', async () => {
    await query(postgres, `create table canary_1 (value text unique)`, `insert into canary_1 values ('canary_2')`);
    await expect(query(postgres, `insert into canary_1 values ('canary_2')`)).rejects.toThrow('duplicate key');
    await expect(query(postgres, `select 'canary_3'::int`)).rejects.toThrow('invalid input syntax');
    const log = readFileSync(join(postgres.location, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('canary');
  });
});

describe('a later start', () => {
  it('finds the data and the password of the first one', async () => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await query(first, 'create table kept (value text)', `insert into kept values ('yes')`);
    await first.stop();
    const second = await start(dataDirectory);
    expect(second.connection).toEqual(first.connection);
    expect(await query(second, 'select value from kept')).toEqual([{ value: 'yes' }]);
  });

  it('is possible at once after stop(), which may be called twice', async () => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await Promise.all([first.stop(), first.stop()]);
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a second start on the same data folder', () => {
  it('is refused with the process id of the first, which goes on', async () => {
    const dataDirectory = makeFolder();
    const first = await start(dataDirectory);
    const pid = first.pid;
    await expect(startInChild({ dataDirectory })).rejects.toThrow(
      `Latchkey already runs on ${dataDirectory} (process ${process.pid}): stop that one first`,
    );
    expect(first.pid).toBe(pid);
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is refused within the same process too', async () => {
    const dataDirectory = makeFolder();
    await start(dataDirectory);
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(StartError);
  });
});

describe('a refusal', () => {
  it('says when the data folder is a file', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, 'text');
    await expect(startEmbeddedPostgres({ dataDirectory: file })).rejects.toThrow(
      new StartError(`The data folder ${file} is a file: set LATCHKEY_DATA_DIR to a folder.`),
    );
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  it.each([
    [19, 'install the Latchkey that made it or a later one'],
    [17, 'move its content with pg_dump'],
  ])('names the fix when the cluster is of PostgreSQL %i, and frees the folder', async (major, fix) => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await first.stop();
    const versionFile = join(first.location, 'cluster', 'PG_VERSION');
    writeFileSync(versionFile, `${major}\n`);
    const refused = startEmbeddedPostgres({ dataDirectory });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(`is of PostgreSQL ${major}, but this Latchkey brings PostgreSQL 18: ${fix}`);
    writeFileSync(versionFile, '18\n');
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says which file the system refuses', async () => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await first.stop();
    const [installation = ''] = readdirSync(first.location).filter((name) => name.startsWith('postgresql-'));
    const program = join(first.location, installation, 'bin', 'postgres');
    chmodSync(program, 0o600);
    const refused = startEmbeddedPostgres({ dataDirectory });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      `cannot be used (spawn ${program} EACCES): start Latchkey as the user that made it`,
    );
  });
});
