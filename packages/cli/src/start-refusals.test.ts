import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, runSql } from '@latchkey/test-kit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectionOf, makeDataFolder } from './testing/data-folder.ts';
import { closeListener, freePort, listenOn, loopbackAddresses } from './testing/free-port.ts';
import { processesOn } from './testing/processes.ts';
import { beginStart, startLatchkey } from './testing/start-latchkey.ts';

const secret = 'a secret of 32 characters or more';

/** The one sentence of a start that fails as it should: with code 1, no stack, no log, and nothing left running. */
async function refusalOf(options: {
  dataFolder?: string;
  port?: number;
  environment?: Record<string, string>;
}): Promise<string> {
  const { dataFolder = makeDataFolder() } = options;
  const before = processesOn(dataFolder);
  const command = beginStart({ ...options, dataFolder, port: options.port ?? (await freePort()) });
  expect(await command.exit).toEqual({ code: 1, signal: null });
  expect(command.output()).toBe('');
  expect(command.errors()).toMatch(/^[^{\n]+[.]\n$/);
  expect(command.errors()).not.toMatch(/[.] [A-Z]/);
  expect(processesOn(dataFolder)).toEqual(before);
  return command.errors().trim();
}

function databaseUrl(parts: { user: string; password: string; host: string; database: string }): string {
  const { user, password, host, database } = parts;
  return `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`;
}

describe('a start is refused in one sentence, which says what to do,', () => {
  it('on the data folder of another one, which goes on', async () => {
    const dataFolder = makeDataFolder();
    const running = await startLatchkey({ dataFolder });
    expect(await refusalOf({ dataFolder })).toBe(
      `Latchkey already runs on ${dataFolder} (process ${running.pid}): stop that one first, or set LATCHKEY_DATA_DIR to another folder.`,
    );
    expect((await fetch(`${running.url}/health`)).status).toBe(200);
  });

  it('on data of a newer version, which stays as it is', async () => {
    const database = await createTestDatabase();
    const environment = { DATABASE_URL: database.url, LATCHKEY_SECRET: secret };
    await (await startLatchkey({ environment })).end('SIGTERM');
    await database.runSql(`insert into kysely_migration (name, timestamp) values ('9999-later', now()::text)`);
    const content = `select (select json_agg(c order by c::text) from information_schema.columns c)::text as columns,
      (select json_agg(i) from installation i)::text as installation`;
    const before = await database.runSql(content);
    expect(await refusalOf({ environment })).toBe(
      'This data was written by a newer Latchkey (it has the migration 9999-later): install that version or a later one, or use another data folder or database.',
    );
    expect(await database.runSql(content)).toEqual(before);
  });

  it.each(loopbackAddresses)('when its port is in use on %s', async (host) => {
    const port = await freePort();
    const other = await listenOn(port, host);
    onTestFinished(() => closeListener(other));
    expect(await refusalOf({ port })).toBe(
      `Port ${port} is in use: stop the other program, or choose another port with PORT.`,
    );
  });

  it.each(['no-such-host.invalid', '203.0.113.7', '256.1.1.1'])('when HOST is %s', async (HOST) => {
    const database = await createTestDatabase();
    expect(await refusalOf({ environment: { HOST, DATABASE_URL: database.url, LATCHKEY_SECRET: secret } })).toBe(
      `HOST is ${HOST}, which is no address of this machine: use localhost, or 0.0.0.0 for all addresses.`,
    );
  });

  it('when PORT is no port', async () => {
    expect(await refusalOf({ environment: { PORT: '70000' } })).toBe(
      'The environment variable PORT must be 1 to 65535.',
    );
  });

  it('when the data folder is a file', async () => {
    const file = join(makeDataFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusalOf({ dataFolder: file })).toBe(
      `The data folder ${file} is a file: set LATCHKEY_DATA_DIR to a folder.`,
    );
  });
});

describe('DATABASE_URL is refused in one sentence', () => {
  const refusalOfUrl = (DATABASE_URL: string) => refusalOf({ environment: { DATABASE_URL, LATCHKEY_SECRET: secret } });

  it('when it is no URL', async () => {
    expect(await refusalOfUrl('localhost:5432')).toBe(
      'The environment variable DATABASE_URL must be a URL such as postgres://user:password@host:5432/database.',
    );
  });

  it('when nothing listens there', async () => {
    const sentence =
      'DATABASE_URL does not lead to a usable database: nothing listens there; start PostgreSQL, or correct host and port.';
    expect(await refusalOfUrl(`postgres://user:password@localhost:${await freePort()}/database`)).toBe(sentence);
    const host = makeDataFolder();
    expect(await refusalOfUrl(databaseUrl({ host, user: 'a', password: 'b', database: 'c' }))).toBe(sentence);
  });

  it('when its host is unknown', async () => {
    expect(await refusalOfUrl('postgres://user:password@no-such-host.invalid/database')).toBe(
      'DATABASE_URL does not lead to a usable database: its host name is unknown; correct it.',
    );
  });

  it('when something else listens there', async () => {
    const port = await freePort();
    const other = await listenOn(port, '127.0.0.1');
    other.on('connection', (socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    onTestFinished(() => closeListener(other));
    expect(await refusalOfUrl(`postgres://user:password@127.0.0.1:${port}/database`)).toMatch(
      /^DATABASE_URL does not lead to a usable database: .*; check the address and the network[.]$/,
    );
  });

  it('when user, password, database or rights are wrong, never repeating the password', async () => {
    const dataFolder = makeDataFolder();
    await startLatchkey({ dataFolder });
    const right = connectionOf(dataFolder);
    const wrongUser =
      'DATABASE_URL does not lead to a usable database: PostgreSQL refuses this user or password; correct them.';
    expect(await refusalOfUrl(databaseUrl({ ...right, password: 'wrong' }))).toBe(wrongUser);
    expect(await refusalOfUrl(databaseUrl({ ...right, user: 'nobody' }))).toBe(wrongUser);
    expect(await refusalOfUrl(databaseUrl({ ...right, database: 'missing' }))).toBe(
      'DATABASE_URL does not lead to a usable database: the database it names does not exist; create it with "createdb".',
    );

    const closed = { ...right, database: 'closed' };
    await runSql(right, 'create database closed');
    await runSql(closed, 'revoke create on schema public from public, pg_database_owner');
    expect(await refusalOfUrl(databaseUrl(closed))).toBe(
      'The user of DATABASE_URL may not make tables in this database (permission denied for schema public): let it own the database, which must not be a read-only standby.',
    );
  });
});

describe('the secret is refused in one sentence', () => {
  it('when it is missing beside DATABASE_URL', async () => {
    const { url } = await createTestDatabase();
    expect(await refusalOf({ environment: { DATABASE_URL: url } })).toBe(
      'The environment variable LATCHKEY_SECRET is missing: with DATABASE_URL every node needs the same one, made once with "openssl rand -hex 32".',
    );
  });

  it('when it is short', async () => {
    expect(await refusalOf({ environment: { LATCHKEY_SECRET: 'short' } })).toMatch(
      /^The environment variable LATCHKEY_SECRET must have at least 32 characters .*: make one with "openssl rand -hex 32"[.]$/,
    );
  });

  it('when it is another one than the database was made with', async () => {
    const { url } = await createTestDatabase();
    const first = await startLatchkey({ environment: { DATABASE_URL: url, LATCHKEY_SECRET: secret } });
    await first.end('SIGTERM');
    expect(
      await refusalOf({
        environment: { DATABASE_URL: url, LATCHKEY_SECRET: 'another secret that is long enough too' },
      }),
    ).toMatch(/^LATCHKEY_SECRET is not the secret this database was made with: set the former value/);
  });

  it('when the file of the data folder is damaged, another one or lost', async () => {
    const dataFolder = makeDataFolder();
    await (await startLatchkey({ dataFolder })).end('SIGTERM');
    const file = join(dataFolder, 'secret');
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, kept.slice(0, 20));
    expect(await refusalOf({ dataFolder })).toBe(
      `The secret of this installation, ${file}, is damaged: restore the file from a backup.`,
    );
    writeFileSync(file, 'f'.repeat(64));
    expect(await refusalOf({ dataFolder })).toBe(
      `The secret of this installation, ${file}, is not the one its database was made with: restore the file from a backup.`,
    );
    rmSync(file);
    expect(await refusalOf({ dataFolder })).toBe(
      `The secret of this installation, ${file}, is missing: restore the file from a backup, or set LATCHKEY_SECRET if it was started with that before.`,
    );
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, kept);
    await startLatchkey({ dataFolder });
  });

  it('when LATCHKEY_SECRET_FILE cannot be read', async () => {
    const file = join(makeDataFolder(), 'missing');
    expect(await refusalOf({ environment: { LATCHKEY_SECRET_FILE: file } })).toBe(
      `The environment variable LATCHKEY_SECRET_FILE names ${file}, which cannot be read: check the path and its permissions.`,
    );
  });
});
