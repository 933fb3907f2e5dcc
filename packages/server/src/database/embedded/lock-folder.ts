import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { open, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../../platform/start-error.ts';
import { hashPath } from './hash-path.ts';
import { fitsSocketPath, isListening } from './socket-address.ts';

/** Held until it is released or this process ends, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/** A socket in the folder that this process listens on: it holds the lock, or is about to. */
interface Claim {
  name: string;
  server: Server;
}

/** Addresses sockets in a folder, however long its path is. */
interface SocketFolder {
  address(name: string): string;
  close(): Promise<void>;
}

const maxAttempts = 10;

/**
 * Keeps a second Latchkey off a folder.
 *
 * The lock is a listening socket: the kernel takes it back at any end of this process, and no process id is trusted. Each
 * contender makes a socket with a name of its own and then looks for others that somebody listens on; of two at the same
 * moment at least one sees the other. A folder shared by two machines over a network is not covered.
 *
 * @throws StartError when another Latchkey uses the folder
 */
export async function lockFolder(path: string): Promise<FolderLock> {
  if (process.platform === 'win32') return await lockByPipe(path);
  const folder = await openSocketFolder(path);
  try {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      await refuseOtherHolder(path, folder);
      const claim = await makeClaim(folder);
      if ((await findOtherHolder(path, folder, claim.name)) === undefined) return holdLock(claim, folder);
      await close(claim.server);
      await sleep(randomInt(10, 100));
    }
    throw new StartError(`Several starts contend for ${path}: start Latchkey only once on it.`);
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function holdLock({ server }: Claim, folder: SocketFolder): FolderLock {
  // Tied to the server, not to this object, which the caller may drop.
  server.once('close', () => void folder.close());
  return { release: () => close(server) };
}

async function refuseOtherHolder(path: string, folder: SocketFolder): Promise<void> {
  const holder = await findOtherHolder(path, folder);
  if (holder === undefined) return;
  throw new StartError(
    `Latchkey already runs on ${path} (process ${holder}): stop that one first, or set LATCHKEY_DATA_DIR to another folder.`,
  );
}

/** The id of another process that listens on a lock socket here; sockets of processes that are gone are removed. */
async function findOtherHolder(path: string, folder: SocketFolder, ownName?: string): Promise<string | undefined> {
  let holder: string | undefined;
  for (const name of await readdir(path)) {
    const processId = /^lock-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (processId === undefined || name === ownName) continue;
    if (await isListening({ path: folder.address(name) })) holder ??= processId;
    else await rm(join(path, name), { force: true });
  }
  return holder;
}

async function makeClaim(folder: SocketFolder): Promise<Claim> {
  const name = `lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  const server = createServer((socket) => socket.destroy());
  // Another user, such as root, has to find the lock held as well; the folder keeps strangers out.
  await listen(server, { path: folder.address(name), writableAll: true });
  return { name, server };
}

async function lockByPipe(path: string): Promise<FolderLock> {
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, { path: `\\\\.\\pipe\\latchkey-${hashPath(path)}` });
  } catch {
    throw new StartError(`Latchkey already runs on ${path}: stop that one first.`);
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

async function openSocketFolder(folder: string): Promise<SocketFolder> {
  if (process.platform !== 'linux') {
    return { address: (name) => requireFit(join(folder, name)), close: () => Promise.resolve() };
  }
  // On Linux an open folder has a second, short name.
  const handle = await open(folder);
  return { address: (name) => `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() };
}

function requireFit(path: string): string {
  if (fitsSocketPath(path)) return path;
  throw new StartError(
    `The path of the data folder is too long for this system: set LATCHKEY_DATA_DIR to a shorter one.`,
  );
}
