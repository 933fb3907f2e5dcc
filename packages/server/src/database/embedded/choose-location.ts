import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import { findClosedFolder, findClusterOwner, isRoot, pickServerAccount, type ServerAccount } from './server-account.ts';

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
  const inside = join(dataFolder, 'postgres');
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

async function chooseForRoot(dataFolder: string, inside: string, recorded: string | undefined): Promise<Location> {
  const cluster = join(recorded ?? inside, 'cluster');
  const account = (await findClusterOwner(cluster)) ?? (await pickServerAccount(dataFolder));
  if (recorded !== undefined) return await useSystemFolder(recorded, dataFolder, account);
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
  await writeFile(recordOf(dataFolder), `${chosen}\n`, { mode: 0o600 });
  return await useSystemFolder(chosen, dataFolder, account);
}

async function useSystemFolder(directory: string, dataFolder: string, account: ServerAccount): Promise<Location> {
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await requireOwnFolder(systemFolder);
  await makeFolder(directory, account);
  const notice =
    `The database is kept in ${directory}, because PostgreSQL does not run as root and its own user (id ${account.uid}) ` +
    `may not enter ${dataFolder}; keep both folders, and back up both.`;
  return { directory, account, notices: [notice] };
}

function recordOf(dataFolder: string): string {
  return join(dataFolder, 'postgres-location');
}

async function readRecord(dataFolder: string): Promise<string | undefined> {
  return readFile(recordOf(dataFolder), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
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
