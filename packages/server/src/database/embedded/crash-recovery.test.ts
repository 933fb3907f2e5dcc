import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { makeFolder } from './testing/data-folder.ts';
import { query } from './testing/query.ts';
import { spawnStart, startInChild } from './testing/start-in-child.ts';
import { isRunning, until } from './testing/until.ts';

async function start(dataDirectory: string, report?: (sentence: string) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, ...(report === undefined ? {} : { report }) });
  onTestFinished(() => postgres.stop());
  return postgres;
}

/** Inserts numbers one by one until the connection breaks, and returns how many were acknowledged. */
async function writeUntilCut(postgres: Pick<EmbeddedPostgres, 'connection'>): Promise<number> {
  const client = new pg.Client(postgres.connection);
  client.on('error', () => undefined);
  await client.connect();
  for (let number = 1; ; number += 1) {
    try {
      await client.query('insert into kept values ($1)', [number]);
    } catch {
      return number - 1;
    }
  }
}

async function countKept(postgres: Pick<EmbeddedPostgres, 'connection'>): Promise<number> {
  const [row] = await query(postgres, 'select count(*)::int as count from kept');
  return Number(row?.['count']);
}

describe('after kill -9 of the database', () => {
  it('starts it again by itself, with every acknowledged write, time after time', async () => {
    const reports: string[] = [];
    const postgres = await start(makeFolder(), (sentence) => reports.push(sentence));
    await query(postgres, 'create table kept (number int)');
    for (let round = 1; round <= 3; round += 1) {
      await query(postgres, 'truncate kept');
      const { pid } = postgres;
      const acknowledged = writeUntilCut(postgres);
      await until(async () => (await countKept(postgres)) > 20);
      process.kill(pid, 'SIGKILL');
      const count = await acknowledged;
      await until(() => postgres.pid !== pid);
      expect(await countKept(postgres)).toBeGreaterThanOrEqual(count);
      expect(reports).toHaveLength(round);
      expect(reports.at(-1)).toBe(`PostgreSQL (process ${pid}) ended unexpectedly (SIGKILL) and is started again.`);
    }
  });

  it('waits for a statement that goes on without it', async () => {
    const postgres = await start(makeFolder());
    const { pid } = postgres;
    // Counting does not look whether the postmaster lives, unlike waiting for a client or a lock.
    const statement = 'select count(*) from generate_series(1, 5000000) a where a % 7 = 3 /* runs on */';
    const counting = query(postgres, statement).catch(() => []);
    await until(
      async () =>
        (
          await query(
            postgres,
            `select 1 from pg_stat_activity where query like '%/* runs on */' and pid <> pg_backend_pid()`,
          )
        ).length > 0,
    );
    process.kill(pid, 'SIGKILL');
    await until(() => postgres.pid !== pid);
    await counting;
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not wait for such a statement when told to stop', async () => {
    const dataDirectory = makeFolder();
    const postgres = await startEmbeddedPostgres({ dataDirectory });
    const statement = 'select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b /* runs on */';
    const counting = query(postgres, statement).catch(() => []);
    const findBackends = () =>
      query(
        postgres,
        `select pid from pg_stat_activity where query like '%a, %/* runs on */' and pid <> pg_backend_pid()`,
      );
    await until(async () => (await findBackends()).length > 0);
    const backend = Number((await findBackends())[0]?.['pid']);
    onTestFinished(() => void (isRunning(backend) && process.kill(backend, 'SIGKILL')));
    process.kill(postgres.pid, 'SIGKILL');
    const log = join(postgres.location, 'postgres.log');
    await until(() => readFileSync(log, 'utf8').includes('pre-existing shared memory block'));
    await postgres.stop();
    expect(isRunning(backend)).toBe(true);
    process.kill(backend, 'SIGKILL');
    await counting;
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('gives up with the reason when it cannot be started again, and still stops', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: makeFolder() });
    const control = join(postgres.location, 'cluster', 'global', 'pg_control');
    renameSync(control, `${control}.away`);
    process.kill(postgres.pid, 'SIGKILL');
    const reason = await postgres.failure;
    expect(reason.message).toContain('could not find the database system');
    expect(reason.message).toContain(`see ${join(postgres.location, 'postgres.log')}`);
    await postgres.stop();
  });

  it('ends for good when told to stop in the middle of it', async () => {
    const dataDirectory = makeFolder();
    const postgres = await startEmbeddedPostgres({ dataDirectory });
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.stop();
    expect(existsSync(join(postgres.location, 'cluster', 'postmaster.pid'))).toBe(true);
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after kill -9 of Latchkey', () => {
  it('ends the database it left and starts with every acknowledged write', async () => {
    const dataDirectory = makeFolder();
    const child = await startInChild({ dataDirectory });
    await query(child, 'create table kept (number int)');
    const acknowledged = writeUntilCut(child);
    await until(async () => (await countKept(child)) > 20);
    await child.kill();
    expect(isRunning(child.pid)).toBe(true);
    const postgres = await start(dataDirectory);
    expect(isRunning(child.pid)).toBe(false);
    expect(await countKept(postgres)).toBeGreaterThanOrEqual(await acknowledged);
    expect(readdirSync(dataDirectory).filter((name) => name.startsWith('lock-'))).toHaveLength(1);
  });

  it('starts when the database was killed as well', async () => {
    const dataDirectory = makeFolder();
    const child = await startInChild({ dataDirectory });
    await query(child, 'create table kept (number int)', 'insert into kept values (1)');
    await child.kill();
    process.kill(child.pid, 'SIGKILL');
    expect(await countKept(await start(dataDirectory))).toBe(1);
  });

  it('starts although it was killed while it made the cluster, and clears what that left', async () => {
    const dataDirectory = makeFolder();
    const location = join(dataDirectory, 'postgres');
    const listUnfinished = () =>
      (existsSync(location) ? readdirSync(location) : []).filter((name) => name.includes('.new'));
    const child = spawnStart({ dataDirectory });
    await until(() => listUnfinished().some((name) => existsSync(join(location, name, 'base', '1'))));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(listUnfinished()).toHaveLength(1);
    expect(existsSync(join(location, 'cluster'))).toBe(false);
    const postgres = await startEmbeddedPostgres({ dataDirectory });
    await query(postgres, 'create table kept (number int)', 'insert into kept values (1)');
    await postgres.stop();
    expect(await countKept(await start(dataDirectory))).toBe(1);
    expect(listUnfinished()).toEqual([]);
  });

  it('starts although it was killed between making the cluster and naming its password', async () => {
    const dataDirectory = makeFolder();
    await (await startEmbeddedPostgres({ dataDirectory })).stop();
    const password = join(dataDirectory, 'postgres-password');
    renameSync(password, `${password}.new`);
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(password)).toBe(true);
  });

  it('leaves a stranger alone that has the process id of the database by now', async () => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await query(first, 'create table kept (number int)', 'insert into kept values (1)');
    await first.stop();
    const cluster = join(first.location, 'cluster');
    const { uid, gid } = statSync(cluster);
    const stranger = spawn('sleep', ['1000'], { uid, gid });
    onTestFinished(() => void stranger.kill());
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${stranger.pid}\n${cluster}\n1\n5432\n${first.connection.host}\n\n1 1\nready\n`,
    );
    writeFileSync(join(first.connection.host, '.s.PGSQL.5432.lock'), `${stranger.pid}\n${cluster}\n1\n5432\n`);
    expect(await countKept(await start(dataDirectory))).toBe(1);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });
});

describe('a part that is missing', () => {
  it('refuses to make an empty database in place of one that is gone', async () => {
    const dataDirectory = makeFolder();
    const first = await startEmbeddedPostgres({ dataDirectory });
    await first.stop();
    const cluster = join(first.location, 'cluster');
    renameSync(cluster, `${cluster}-away`);
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(
      `is missing from ${cluster}: bring that folder back`,
    );
    expect(existsSync(cluster)).toBe(false);
    renameSync(`${cluster}-away`, cluster);
    expect(await query(await start(dataDirectory), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses to start without the password of the database', async () => {
    const dataDirectory = makeFolder();
    await (await startEmbeddedPostgres({ dataDirectory })).stop();
    const password = join(dataDirectory, 'postgres-password');
    const text = readFileSync(password);
    renameSync(password, `${password}-away`);
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(`bring ${password} back`);
    expect(readFileSync(`${password}-away`)).toEqual(text);
    expect(existsSync(password)).toBe(false);
  });
});
