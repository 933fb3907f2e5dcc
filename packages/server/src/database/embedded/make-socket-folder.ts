import { chmod, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import type { Location } from './choose-location.ts';
import { hashPath } from './hash-path.ts';
import { giveTo } from './server-account.ts';
import { fitsSocketPath, socketName } from './socket-path.ts';

/**
 * Makes the folder of PostgreSQL's socket, which only its user and root may enter: inside the location, or, where that
 * path is too long for a socket, a short one for temporary files.
 *
 * @throws StartError when the short one is not ours
 */
export async function makeSocketFolder(location: Location): Promise<string> {
  const folder = chooseFolder(location);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await requirePrivate(folder, location);
  }
  await giveTo(location.account, folder);
  await chmod(folder, 0o700);
  return folder;
}

function chooseFolder(location: Location): string {
  const owner = location.account?.uid ?? process.geteuid?.() ?? 0;
  const candidates = [
    join(location.directory, 'socket'),
    join(tmpdir(), `latchkey-${owner}-${hashPath(location.directory)}`),
  ];
  const fitting = candidates.find((folder) => fitsSocketPath(join(folder, socketName)));
  return fitting ?? `/tmp/latchkey-${owner}-${hashPath(location.directory)}`;
}

/** The name of a folder for temporary files can be guessed, so another user may have made it, or a link, to catch the password. */
async function requirePrivate(folder: string, location: Location): Promise<void> {
  const found = await lstat(folder);
  const owners = [process.geteuid?.(), location.account?.uid];
  const ours = process.platform === 'win32' || (owners.includes(found.uid) && (found.mode & 0o077) === 0);
  if (!found.isDirectory() || !ours) {
    throw new StartError(
      `${folder}, meant for the database's socket, was made by somebody else: remove it and start again.`,
    );
  }
}
