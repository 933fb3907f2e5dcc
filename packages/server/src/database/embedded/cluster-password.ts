import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The password of the cluster's only role that may connect, in the data folder but outside PostgreSQL's own folder: whoever
 * runs the server process reads its verifier at most.
 *
 * The file has its final name once the cluster is complete, so its presence says that there must be one.
 */
export class ClusterPassword {
  readonly path: string;
  readonly #draft: string;

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'postgres-password');
    this.#draft = `${this.path}.new`;
  }

  /** Undefined when no cluster has been completed. */
  async read(): Promise<string | undefined> {
    return await readOptional(this.path);
  }

  /** Writes a new password to the disk, not yet under its final name. */
  async draft(): Promise<string> {
    const password = randomBytes(32).toString('base64url');
    await rm(this.#draft, { force: true });
    await writeFile(this.#draft, password, { mode: 0o600, flag: 'wx', flush: true });
    await syncFolder(dirname(this.#draft));
    return password;
  }

  /** Gives the drafted password its final name; undefined when there is no draft. */
  async keep(): Promise<string | undefined> {
    const password = await readOptional(this.#draft);
    if (password === undefined) return undefined;
    await rename(this.#draft, this.path);
    await syncFolder(dirname(this.path));
    return password;
  }
}

/** Makes the names in `folder` survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // A folder cannot be opened there.
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
