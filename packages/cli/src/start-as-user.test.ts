import { chmodSync, existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openApplication, succeed } from './testing/application.ts';
import { makeDataFolder } from './testing/data-folder.ts';
import { openLatchkeyCommand } from './testing/latchkey-command.ts';
import { startLatchkey, type StartedLatchkey } from './testing/start-latchkey.ts';

const isRoot = process.getuid?.() === 0;
const ourselves = { name: isRoot ? 'root' : 'this user', owner: undefined, command: undefined };

/** Without root nobody can become somebody else, and the tests run as an ordinary user anyway. */
const users = isRoot ? [ourselves, { name: 'a user that no list of users knows', ...openToOthers() }] : [ourselves];

function openToOthers() {
  const { path, copy } = openLatchkeyCommand();
  if (copy !== undefined) afterAll(() => rmSync(copy, { recursive: true, force: true }));
  return { owner: 23_456, command: path };
}

/** Starts twice, with a key in between, which has to be valid the second time. */
async function keepsAKey(start: () => Promise<StartedLatchkey>): Promise<StartedLatchkey> {
  const first = await start();
  const application = openApplication(first.applicationEnvironment);
  const { body } = succeed(await application.createKey(await application.createUser()));
  await first.end('SIGTERM');
  const second = await start();
  expect(await openApplication(first.applicationEnvironment, second.url).verdictOn(body.value)).toBe('valid');
  expect(first.errors() + second.errors()).toBe('');
  return second;
}

describe.each(users)('started as $name', ({ owner, command }) => {
  const start = (dataFolder: string) =>
    startLatchkey({ dataFolder, uid: owner, ...(command !== undefined && { command }) });

  it('keeps its data to itself', async () => {
    const dataFolder = join(makeDataFolder(owner), 'data');
    await keepsAKey(() => start(dataFolder));
    for (const name of ['secret', 'postgres-password']) {
      expect(statSync(join(dataFolder, name)).mode & 0o777, name).toBe(0o600);
    }
    for (const name of ['.', 'postgres', 'postgres/cluster', 'postgres/socket']) {
      expect(statSync(join(dataFolder, name)).mode & 0o006, name).toBe(0);
    }
  });

  it('works below a folder that is closed to others, which stays closed', async () => {
    const parent = makeDataFolder(owner);
    chmodSync(parent, 0o700);
    const latchkey = await keepsAKey(() => start(join(parent, 'data')));
    const elsewhere = /The database is kept in (\S+),/.exec(latchkey.output())?.[1];
    await latchkey.end('SIGTERM');
    if (elsewhere !== undefined) onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    // PostgreSQL refuses to run as root, and its own user may not pass the closed folder.
    expect(elsewhere?.startsWith('/var/lib/latchkey/') ?? false).toBe(isRoot && owner === undefined);
    expect(existsSync(join(parent, 'data', 'postgres', 'cluster'))).toBe(elsewhere === undefined);
    expect(statSync(parent).mode & 0o777).toBe(0o700);
  });

  it('works under a path of 150 characters', async () => {
    const parent = realpathSync(makeDataFolder(owner));
    const dataFolder = join(parent, 'd'.repeat(150 - parent.length - 1));
    const latchkey = await keepsAKey(() => start(dataFolder));
    expect(dataFolder).toHaveLength(150);
    const cluster = join(dataFolder, 'postgres', 'cluster');
    // Too long for the address of a socket (107 bytes), which is elsewhere: the fifth line of the file says where.
    const socketFolder = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[4] ?? '';
    onTestFinished(() => rmSync(socketFolder, { recursive: true }));
    expect(dirname(socketFolder)).toBe(tmpdir());
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
    await latchkey.end('SIGTERM');
  });
});
