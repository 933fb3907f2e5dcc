import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import { isRoot, pickServerAccount } from './server-account.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';
import { makeFolder } from './testing/data-folder.ts';
import { query } from './testing/query.ts';
import { type StartedChild, startInChild } from './testing/start-in-child.ts';

// An id without a line in /etc/passwd; only root can take it, anyone else tests as themselves.
const otherUser = isRoot() ? { uid: 12345 } : {};

async function start(options: Parameters<typeof startInChild>[0]): Promise<StartedChild> {
  const child = await startInChild(options);
  onTestFinished(() => child.stop());
  return child;
}

/** A path of 150 characters. */
function makeLongPath(owner?: number): string {
  const parent = realpathSync(makeFolder(owner));
  return join(parent, 'd'.repeat(150 - parent.length - 1));
}

describe('a user other than root', () => {
  it('keeps everything in a data folder under a parent that is closed to others', async () => {
    const parent = makeFolder(otherUser.uid);
    chmodSync(parent, 0o700);
    const dataDirectory = join(parent, 'data');
    const child = await start({ dataDirectory, ...otherUser });
    expect(child.location).toBe(join(realpathSync(dataDirectory), 'postgres'));
    expect(child.notices).toEqual([]);
    expect(statSync(dataDirectory).mode & 0o777).toBe(0o700);
    expect(statSync(parent).mode & 0o777).toBe(0o700);
    expect(await query(child, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is told when the data folder cannot be written to', async () => {
    const parent = makeFolder();
    chmodSync(parent, 0o555);
    const refused = startInChild({ dataDirectory: join(parent, 'data'), ...otherUser });
    await expect(refused).rejects.toThrow(
      /cannot be written to .*: make it writable for the user that starts Latchkey/,
    );
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a data folder with a path of 150 characters', () => {
  it('has its socket in a short private folder', async () => {
    const dataDirectory = makeLongPath();
    const postgres = await startEmbeddedPostgres({ dataDirectory });
    const { host } = postgres.connection;
    onTestFinished(() => rmSync(host, { recursive: true, force: true }));
    onTestFinished(() => postgres.stop());
    expect(dataDirectory).toHaveLength(150);
    expect(dirname(host)).toBe(tmpdir());
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(postgres.location).toBe(join(dataDirectory, 'postgres'));
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('works for a user other than root, and again after a kill', async () => {
    const dataDirectory = makeLongPath(otherUser.uid);
    const killed = await startInChild({ dataDirectory, ...otherUser });
    onTestFinished(() => rmSync(killed.connection.host, { recursive: true, force: true }));
    await killed.kill();
    const child = await start({ dataDirectory, ...otherUser });
    expect(child.connection).toEqual(killed.connection);
    expect(await query(child, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each([
    ['a link to a folder of somebody else', (path: string, target: string) => symlinkSync(target, path)],
    ['a folder that others may enter', (path: string) => mkdirSync(path)],
    ['a file', (path: string) => writeFileSync(path, '')],
  ])('does not trust %s in its place', async (_case, plant) => {
    const dataDirectory = makeLongPath();
    const owner = isRoot() ? (await pickServerAccount(dataDirectory)).uid : process.geteuid?.();
    const planted = join(tmpdir(), `latchkey-${owner}-${hashPath(join(dataDirectory, 'postgres'))}`);
    const target = makeFolder();
    plant(planted, target);
    onTestFinished(() => rmSync(planted, { recursive: true, force: true }));
    const before = lstatSync(planted);
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(
      `${planted}, meant for the database's socket, was made by somebody else: remove it and start again.`,
    );
    expect(readdirSync(target)).toEqual([]);
    expect(lstatSync(planted)).toMatchObject({ uid: before.uid, mode: before.mode });
  });
});

describe('a data folder with an odd name', () => {
  it('may have commas, apostrophes and spaces in it', async () => {
    const postgres = await startEmbeddedPostgres({ dataDirectory: join(makeFolder(), `it's, é`) });
    onTestFinished(() => postgres.stop());
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each(['$HOME', 'a"b', 'a`b'])('is refused when a shell would read %s as something else', async (name) => {
    const parent = makeFolder();
    const dataDirectory = join(parent, name);
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow(
      new StartError(
        `PostgreSQL cannot be set up in ${join(dataDirectory, 'postgres')}, as ", $ and \` have a meaning of their own for the shell that it uses: set LATCHKEY_DATA_DIR to a folder without them.`,
      ),
    );
    expect(existsSync(join(dataDirectory, 'postgres-password.new'))).toBe(false);
  });
});

// Only root changes its user; without root there is nothing to check here.
if (isRoot()) {
  describe('root', () => {
    it('runs the database as a user of its own, which has no name and cannot read the secrets', async () => {
      const dataDirectory = join(makeFolder(), 'data');
      const child = await start({ dataDirectory });
      const { uid, gid } = statSync(join(child.location, 'cluster'));
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      expect(status).toContain(`Uid:\t${uid}\t${uid}\t${uid}\t${uid}\n`);
      expect(status).toMatch(/^Groups:\s*$/m);
      expect(uid).toBeGreaterThanOrEqual(50_000);
      expect(readFileSync('/etc/passwd', 'utf8')).not.toContain(`:${uid}:`);
      writeFileSync(join(dataDirectory, 'secret'), 'canary', { mode: 0o600 });
      for (const command of [
        'cat secret',
        'cat postgres-password',
        'ls',
        'touch new',
        'touch postgres/new',
        'rm -r postgres/postgresql*/bin',
      ]) {
        expect(spawnSync('sh', ['-c', command], { cwd: dataDirectory, uid, gid }).status, command).not.toBe(0);
      }
    });

    it('is told of a file system that has no sockets', async () => {
      await expect(startEmbeddedPostgres({ dataDirectory: '/dev/pts' })).rejects.toThrow(
        /^The file system of \/dev\/pts takes no unix sockets \(.*\), .*: set LATCHKEY_DATA_DIR to a folder on a local disk\.$/,
      );
    });

    it('keeps the database under /var/lib/latchkey when its user may not enter the data folder, and says so', async () => {
      const parent = makeFolder();
      chmodSync(parent, 0o700);
      const dataDirectory = join(parent, 'data');
      const first = await startInChild({ dataDirectory });
      onTestFinished(() => rmSync(first.location, { recursive: true, force: true }));
      await query(first, 'create table kept (number int)', 'insert into kept values (1)');
      await first.stop();
      expect(first.location).toBe(`/var/lib/latchkey/${hashPath(dataDirectory)}`);
      expect(first.notices).toEqual([expect.stringContaining(`The database is kept in ${first.location}`)]);
      expect(statSync(parent).mode & 0o777).toBe(0o700);

      // Opened meanwhile, and even moved: the data is still where it was.
      chmodSync(parent, 0o755);
      const moved = join(parent, 'moved');
      renameSync(dataDirectory, moved);
      const second = await start({ dataDirectory: moved });
      expect(second.location).toBe(first.location);
      expect(second.notices).toEqual([
        `The database is kept in ${first.location}, as PostgreSQL does not run as root and its own user could not enter the data folder when it was made; keep both folders, and back up both.`,
      ]);
      expect(await query(second, 'select number from kept')).toEqual([{ number: 1 }]);
    });

    it('refuses a copy of a data folder while the original runs on the same database', async () => {
      const parent = makeFolder();
      chmodSync(parent, 0o700);
      const dataDirectory = join(parent, 'data');
      const location = `/var/lib/latchkey/${hashPath(dataDirectory)}`;
      onTestFinished(() => rmSync(location, { recursive: true, force: true }));
      const first = await start({ dataDirectory });
      mkdirSync(join(parent, 'copy'));
      for (const name of ['postgres-location', 'postgres-password']) {
        writeFileSync(join(parent, 'copy', name), readFileSync(join(dataDirectory, name)));
      }
      await expect(startInChild({ dataDirectory: join(parent, 'copy') })).rejects.toThrow(
        `already runs on ${location} (process ${first.process.pid})`,
      );
      expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('says what to do when a folder above the cluster was closed, and makes no second one', async () => {
      const parent = makeFolder();
      const dataDirectory = join(parent, 'data');
      await (await startInChild({ dataDirectory })).stop();
      chmodSync(parent, 0o700);
      await expect(startInChild({ dataDirectory })).rejects.toThrow(`chmod o+x ${parent}`);
      expect(existsSync(`/var/lib/latchkey/${hashPath(dataDirectory)}`)).toBe(false);
    });

    it('follows a record of its choice to no other place than its own', async () => {
      const target = makeFolder();
      const parent = makeFolder();
      chmodSync(parent, 0o700);
      const dataDirectory = join(parent, 'data');
      mkdirSync(dataDirectory);
      const location = `/var/lib/latchkey/${hashPath(dataDirectory)}`;
      onTestFinished(() => rmSync(location, { recursive: true, force: true }));
      const before = statSync(target);
      // Empty is what a full disk leaves.
      for (const record of [`${target}\n`, `/var/lib/latchkey/../../..${target}\n`, '']) {
        writeFileSync(join(dataDirectory, 'postgres-location'), record);
        const child = await startInChild({ dataDirectory });
        await child.stop();
        expect(child.location).toBe(location);
      }
      expect(readdirSync(target)).toEqual([]);
      expect(statSync(target)).toMatchObject({ uid: before.uid, gid: before.gid, mode: before.mode });
    });

    it('has to start again what it made in the folder of another user', async () => {
      const parent = makeFolder(12345);
      chmodSync(parent, 0o700);
      const dataDirectory = join(parent, 'data');
      mkdirSync(dataDirectory);
      chownSync(dataDirectory, 12345, 12345);
      const first = await startInChild({ dataDirectory });
      onTestFinished(() => rmSync(first.location, { recursive: true, force: true }));
      await first.stop();
      const files = readdirSync(dataDirectory);
      await expect(startInChild({ dataDirectory, uid: 12345 })).rejects.toThrow(
        `was made by root in ${first.location}: start Latchkey as root again`,
      );
      expect(readdirSync(dataDirectory)).toEqual(files);
    });

    it('says what to do with a cluster that a copy made its own', async () => {
      const dataDirectory = makeFolder();
      const first = await startInChild({ dataDirectory });
      await first.stop();
      const copy = join(makeFolder(), 'copy');
      expect(spawnSync('cp', ['-r', dataDirectory, copy]).status).toBe(0);
      const cluster = join(copy, 'postgres', 'cluster');
      const { uid, gid } = await pickServerAccount(copy);
      const command = `chown -R ${uid}:${gid} ${cluster}`;
      await expect(startInChild({ dataDirectory: copy })).rejects.toThrow(
        `${cluster} belongs to root, as after a copy, but PostgreSQL does not run as root: give it to its user with ${command}.`,
      );
      expect(spawnSync('sh', ['-c', command]).status).toBe(0);
      expect(await query(await start({ dataDirectory: copy }), 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('writes no log through a link that the user of a cluster has made', async () => {
      const dataDirectory = makeFolder(12345);
      const first = await startInChild({ dataDirectory, uid: 12345 });
      await first.stop();
      const target = join(makeFolder(), 'of-root');
      writeFileSync(target, 'text');
      const log = join(first.location, 'postgres.log');
      rmSync(log);
      symlinkSync(target, log);
      await expect(startInChild({ dataDirectory })).rejects.toThrow('cannot be used (ELOOP');
      expect(statSync(target).uid).toBe(0);
      expect(readFileSync(target, 'utf8')).toBe('text');
    });

    it('leaves a cluster to the user that made it', async () => {
      const dataDirectory = makeFolder(12345);
      const first = await startInChild({ dataDirectory, uid: 12345 });
      await query(first, 'create table kept (number int)', 'insert into kept values (1)');
      await first.stop();
      const asRoot = await startInChild({ dataDirectory });
      expect(readFileSync(`/proc/${asRoot.pid}/status`, 'utf8')).toContain('Uid:\t12345\t');
      await asRoot.kill();
      const again = await start({ dataDirectory, uid: 12345 });
      expect(await query(again, 'select number from kept')).toEqual([{ number: 1 }]);
    });
  });
}
