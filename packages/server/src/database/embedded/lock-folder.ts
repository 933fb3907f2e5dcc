import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { open, readdir, rename, rm } from 'node:fs/promises';
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
  path: string;
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
      await refuseOtherHolder(folder);
      const claim = await makeClaim(folder);
      if ((await findOtherHolder(folder, claim.name)) === undefined) return { release: () => withdraw(claim, path) };
      await withdraw(claim, path);
      await sleep(randomInt(10, 100));
    }
    throw new StartError(`Several starts contend for ${path}: start Latchkey only once on it.`);
  } finally {
    await folder.close();
  }
}

async function refuseOtherHolder(folder: SocketFolder): Promise<void> {
  const holder = await findOtherHolder(folder);
  if (holder === undefined) return;
  throw new StartError(
    `Latchkey already runs on ${folder.path} (process ${holder}): stop that one first, or set LATCHKEY_DATA_DIR to another folder.`,
  );
}

/** The id of another process that listens on a lock socket here; sockets of processes that are gone are removed. */
async function findOtherHolder(folder: SocketFolder, ownName?: string): Promise<string | undefined> {
  let holder: string | undefined;
  for (const name of await readdir(folder.path)) {
    const processId = /^lock-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (processId === undefined || name === ownName) continue;
    if (await isListening({ path: folder.address(name) })) holder ??= processId;
    else await rm(join(folder.path, name), { force: true });
  }
  return holder;
}

async function makeClaim(folder: SocketFolder): Promise<Claim> {
  const name = `lock-${process.pid}-${randomBytes(4).toString('hex')}`;
  const server = createServer((socket) => socket.destroy());
  // Named only when it listens: until then others would take it for a leftover.
  const unnamed = `${name}.new`;
  // Another user, such as root, has to find the lock held as well; the folder keeps strangers out.
  await listen(server, { path: folder.address(unnamed), writableAll: true });
  await rename(join(folder.path, unnamed), join(folder.path, name));
  return { name, server };
}

async function withdraw({ name, server }: Claim, folder: string): Promise<void> {
  await close(server);
  await rm(join(folder, name), { force: true });
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

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

async function openSocketFolder(path: string): Promise<SocketFolder> {
  if (process.platform !== 'linux') {
    return { path, address: (name) => requireFit(join(path, name)), close: () => Promise.resolve() };
  }
  // On Linux an open folder has a second, short name.
  const handle = await open(path);
  return { path, address: (name) => `/proc/self/fd/${handle.fd}/${name}`, close: () => handle.close() };
}

function requireFit(path: string): string {
  if (fitsSocketPath(path)) return path;
  throw new StartError(
    `The path of the data folder is too long for this system: set LATCHKEY_DATA_DIR to a shorter one.`,
  );
}
