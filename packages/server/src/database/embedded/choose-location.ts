import { chmod, chown, lstat, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import type { DataFolder } from './prepare-data-folder.ts';
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
 * The latter only for root, when PostgreSQL's own user may not enter the data folder. Opening folders above ours would weaken
 * what the operator closed. The choice is written down, because a later start would else choose anew and find no data.
 */
export async function chooseLocation(dataFolder: DataFolder): Promise<Location> {
  const inside = join(dataFolder.path, 'postgres');
  const record = join(dataFolder.path, 'postgres-location');
  const recorded = await readFile(record, 'utf8').then((text) => text.trim(), () => undefined);
  if (!isRoot()) {
    if (recorded !== undefined) {
      throw new StartError(`The database of ${dataFolder.path} was made by root in ${recorded}: start Latchkey as root again.`);
    }
    await mkdir(inside, { recursive: true, mode: 0o700 });
    return { directory: inside, account: undefined, notices: [] };
  }
  const directory = recorded ?? inside;
  const account = (await findClusterOwner(join(directory, 'cluster'))) ?? (await pickServerAccount(dataFolder.path));
  if (dataFolder.created) await admit(account, dataFolder.path);
  const closed = await findClosedFolder(dataFolder.path, account);
  if (recorded === undefined && closed === undefined) {
    await makeFolder(inside, account);
    return { directory: inside, account, notices: [] };
  }
  if (recorded === undefined && (await exists(join(inside, 'cluster')))) {
    throw new StartError(
      `PostgreSQL, which runs as user id ${account.uid}, may no longer enter ${closed}: let others pass again with chmod o+x ${closed}.`,
    );
  }
  return await useSystemFolder(recorded, record, dataFolder, account);
}

async function useSystemFolder(
  recorded: string | undefined,
  record: string,
  dataFolder: DataFolder,
  account: ServerAccount,
): Promise<Location> {
  const directory = recorded ?? join(systemFolder, hashPath(dataFolder.path));
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await requireOwnFolder(systemFolder);
  await makeFolder(directory, account);
  if (recorded === undefined) await writeFile(record, `${directory}\n`, { mode: 0o600 });
  const notice =
    `The database is kept in ${directory}, because PostgreSQL does not run as root and its own user (id ${account.uid}) ` +
    `may not enter ${dataFolder.path}; keep both folders, and back up both.`;
  return { directory, account, notices: [notice] };
}

/** The group may pass, nobody else, and nobody may list: the secrets beside it stay root's. */
async function makeFolder(directory: string, account: ServerAccount): Promise<void> {
  if (await exists(directory)) return requireOwnFolder(directory);
  await mkdir(directory, { mode: 0o700 });
  await admit(account, directory);
}

async function admit(account: ServerAccount, folder: string): Promise<void> {
  await chown(folder, 0, account.gid);
  await chmod(folder, 0o710);
}

async function requireOwnFolder(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.mode & 0o022) !== 0) {
    throw new StartError(`${folder} is not a folder that only its owner may change: remove it or correct it with chmod go-w.`);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
