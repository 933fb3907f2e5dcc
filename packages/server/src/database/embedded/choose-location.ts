import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import { chooseServerAccount, findClosedFolder, isRoot, type ServerAccount } from './server-account.ts';

/** Where PostgreSQL lives and as whom it runs. */
export interface Location {
  /** Holds binaries, cluster, socket, log and lock; exists. */
  directory: string;
  /** Absent when PostgreSQL runs under the user of this process. */
  account: ServerAccount | undefined;
  /** Sentences for the operator. */
  notices: string[];
}

const systemFolder = '/var/lib/latchkey';

/**
 * Chooses the folder of PostgreSQL: `postgres` inside the data folder, or a folder under /var/lib/latchkey.
 *
 * The latter only for root, when PostgreSQL's own user may not enter the data folder: opening the folders above ours would
 * weaken what the operator closed. That choice is written down, because a later start would else choose anew and find no data.
 *
 * @throws StartError when an earlier choice cannot be followed
 */
export async function chooseLocation(dataFolder: string): Promise<Location> {
  const inside = insideOf(dataFolder);
  const recorded = await readRecord(dataFolder);
  if (isRoot()) return await chooseForRoot(dataFolder, inside, recorded);
  if (recorded !== undefined) {
    throw new StartError(
      `The database of ${dataFolder} was made by root in ${recorded}: start Latchkey as root again, or name another data folder.`,
    );
  }
  await mkdir(inside, { recursive: true, mode: 0o700 });
  return { directory: inside, account: undefined, notices: [] };
}

/** The folder that was chosen at the first start. */
export async function findLocation(dataFolder: string): Promise<string> {
  return (await readRecord(dataFolder)) ?? insideOf(dataFolder);
}

function insideOf(dataFolder: string): string {
  return join(dataFolder, 'postgres');
}

async function chooseForRoot(dataFolder: string, inside: string, recorded: string | undefined): Promise<Location> {
  const cluster = join(recorded ?? inside, 'cluster');
  const account = await chooseServerAccount(dataFolder, cluster);
  if (recorded !== undefined) return await useSystemFolder(recorded, account);
  const closed = await findClosedFolder(dataFolder, account);
  if (closed === undefined) {
    await makeFolder(inside, account);
    return { directory: inside, account, notices: [] };
  }
  if (await exists(cluster)) {
    throw new StartError(
      `PostgreSQL, which runs as user id ${account.uid}, may no longer enter ${closed}: let others pass again with chmod o+x ${closed}.`,
    );
  }
  const chosen = join(systemFolder, hashPath(dataFolder));
  await writeRecord(dataFolder, chosen);
  return await useSystemFolder(chosen, account);
}

async function useSystemFolder(directory: string, account: ServerAccount): Promise<Location> {
  // What is made here is ours, so it may be opened, whatever the umask.
  if ((await mkdir(systemFolder, { recursive: true })) !== undefined) await chmod(systemFolder, 0o755);
  await requireOwnFolder(systemFolder);
  await makeFolder(directory, account);
  const notice =
    `The database is kept in ${directory}, as PostgreSQL does not run as root and its own user could not enter the data ` +
    'folder when it was made; keep both folders, and back up both.';
  return { directory, account, notices: [notice] };
}

function recordOf(dataFolder: string): string {
  return join(dataFolder, 'postgres-location');
}

/** For any user to read, as one who is not root is told that root made the database. */
async function writeRecord(dataFolder: string, location: string): Promise<void> {
  await rm(recordOf(dataFolder), { force: true });
  await writeFile(recordOf(dataFolder), `${location}\n`, { mode: 0o644, flag: 'wx', flush: true });
}

/** Root works on what it says, and the data folder may be another user's: it can only be a folder that we could have chosen. */
async function readRecord(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(recordOf(dataFolder), 'utf8').catch(() => '');
  return /^\/var\/lib\/latchkey\/[0-9a-f]{16}$/.exec(text.trim())?.[0];
}

/**
 * The group may pass, nobody else, and nobody may list. Set at each start, as a killed one may have come only half way; what
 * the account owns itself, from a start without root, stays as it is.
 */
async function makeFolder(directory: string, account: ServerAccount): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { uid } = await requireOwnFolder(directory);
  if (uid === account.uid) return;
  await chown(directory, 0, account.gid);
  await chmod(directory, 0o710);
}

async function requireOwnFolder(folder: string): Promise<Stats> {
  const found = await lstat(folder);
  if (found.isDirectory() && (found.mode & 0o022) === 0) return found;
  throw new StartError(
    `${folder} is not a folder that only its owner may change: remove it or correct it with chmod go-w.`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
