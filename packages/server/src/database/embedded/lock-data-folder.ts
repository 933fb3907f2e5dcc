import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { open, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import { isListening } from './is-listening.ts';
import { fitsSocketPath } from './socket-path.ts';

export interface DataFolderLock {
  release(): Promise<void>;
}

/** A socket in the folder that this process listens on: it holds the lock, or is about to. */
interface Claim {
  name: string;
  withdraw(): Promise<void>;
}

/** Addresses sockets in a folder, however long its path is. */
interface SocketFolder {
  address(name: string): string;
  close(): Promise<void>;
}

const maxAttempts = 10;

/**
 * Keeps a second Latchkey off `location`, which belongs to the data folder `dataFolder`.
 *
 * The lock is a listening socket: the kernel takes it back at any end of this process, and no process id is trusted. Each
 * contender makes a socket with a name of its own and then looks for others that somebody listens on; of two at the same
 * moment at least one sees the other. A folder shared by two machines over a network is not covered.
 *
 * @throws StartError when another Latchkey uses the folder
 */
export async function lockDataFolder(location: string, dataFolder: string): Promise<DataFolderLock> {
  if (process.platform === 'win32') return await lockByPipe(dataFolder);
  const folder = await openSocketFolder(location);
  try {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      await refuseOtherHolder(location, folder, dataFolder);
      const claim = await makeClaim(folder);
      if ((await findOtherHolder(location, folder, claim.name)) === undefined) return holdLock(claim, folder);
      await claim.withdraw();
      await sleep(randomInt(10, 100));
    }
    throw new StartError(`Several starts contend for the data folder ${dataFolder}: start Latchkey only once on it.`);
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function holdLock(claim: Claim, folder: SocketFolder): DataFolderLock {
  return {
    async release() {
      await claim.withdraw();
      await folder.close();
    },
  };
}

async function refuseOtherHolder(location: string, folder: SocketFolder, dataFolder: string): Promise<void> {
  const holder = await findOtherHolder(location, folder);
  if (holder === undefined) return;
  throw new StartError(
    `Latchkey already runs on the data folder ${dataFolder} (process ${holder}): stop that one first, or set LATCHKEY_DATA_DIR to another folder.`,
  );
}

/** The id of another process that listens on a lock socket here; sockets of processes that are gone are removed. */
async function findOtherHolder(location: string, folder: SocketFolder, ownName?: string): Promise<string | undefined> {
  let holder: string | undefined;
  for (const name of await readdir(location)) {
    const processId = /^lock-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (processId === undefined || name === ownName) continue;
    if (await isListening(folder.address(name))) holder ??= processId;
    else await rm(join(location, name), { force: true });
  }
  return holder;
}

async function makeClaim(folder: SocketFolder): Promise<Claim> {
  const name = `lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  const server = createServer((socket) => socket.destroy());
  // Another user, such as root, has to find the lock held as well; the folder keeps strangers out.
  await listen(server, { path: folder.address(name), writableAll: true });
  return { name, withdraw: () => close(server) };
}

async function lockByPipe(dataFolder: string): Promise<DataFolderLock> {
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, { path: `\\\\.\\pipe\\latchkey-${hashPath(dataFolder)}` });
  } catch {
    throw new StartError(`Latchkey already runs on the data folder ${dataFolder}: stop that one first.`);
  }
  return { release: () => close(server) };
}

async function listen(server: Server, options: { path: string; writableAll?: true }): Promise<void> {
  server.listen(options);
  await once(server, 'listening');
  server.unref();
}

/** Also removes the socket's file. */
async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

async function openSocketFolder(location: string): Promise<SocketFolder> {
  if (process.platform !== 'linux') {
    return { address: (name) => requireFit(join(location, name)), close: () => Promise.resolve() };
  }
  // On Linux an open folder has a second, short name.
  const handle = await open(location);
  return { address: (name) => `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() };
}

function requireFit(path: string): string {
  if (fitsSocketPath(path)) return path;
  throw new StartError(`The path of the data folder is too long for this system: set LATCHKEY_DATA_DIR to a shorter one.`);
}
