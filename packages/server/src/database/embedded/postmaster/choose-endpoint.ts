import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import { createServer, type NetConnectOpts } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../../platform/start-error.ts';
import type { Location } from '../choose-location.ts';
import { hashPath } from '../hash-path.ts';
import { giveTo } from '../server-account.ts';
import { fitsSocketPath } from '../socket-address.ts';

/** Where a postmaster is reached: a folder with a socket, or on Windows a port of the loopback address. */
export interface Endpoint {
  host: string;
  /** Of a socket it is only a part of the name. */
  port: number;
}

const socketPort = 5432;

/** What a client connects to. */
export function addressOf(endpoint: Endpoint): NetConnectOpts {
  return process.platform === 'win32' ? endpoint : { path: socketPath(endpoint) };
}

/** The file of the socket, in the folder that clients are given as the host. */
export function socketPath({ host, port }: Endpoint): string {
  return join(host, `.s.PGSQL.${port}`);
}

/**
 * Chooses where the postmaster listens, and makes the folder of its socket, which only its user and root may enter: inside
 * the location, or, where that path is too long for a socket, a short one for temporary files.
 *
 * @throws StartError when the short one is not ours
 */
export async function chooseEndpoint(location: Location): Promise<Endpoint> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await findFreePort() };
  const host = chooseSocketFolder(location);
  await makeSocketFolder(host, location);
  return { host, port: socketPort };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function chooseSocketFolder({ directory, account }: Location): string {
  const name = `latchkey-${account?.uid ?? process.geteuid?.() ?? 0}-${hashPath(directory)}`;
  const candidates = [join(directory, 'socket'), join(tmpdir(), name)];
  const fitting = candidates.find((host) => fitsSocketPath(socketPath({ host, port: socketPort })));
  return fitting ?? `/tmp/${name}`;
}

async function makeSocketFolder(folder: string, location: Location): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const { uid } = await requirePrivate(folder, location);
  // Not again: from then on its owner, who may not be trusted with more, could put a link in its place.
  if (uid === process.geteuid?.()) await giveTo(location.account, folder);
}

/** The name of a folder for temporary files can be guessed, so another user may have made it, or a link, to catch the password. */
async function requirePrivate(folder: string, location: Location): Promise<Stats> {
  const found = await lstat(folder);
  const owners = [process.geteuid?.(), location.account?.uid];
  if (found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0) return found;
  throw new StartError(
    `${folder}, meant for the database's socket, was made by somebody else: remove it and start again.`,
  );
}
