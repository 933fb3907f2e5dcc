import { constants, copyFile, type FileHandle, lstat, open, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Location } from '../choose-location.ts';

const maxBytes = 5 * 1024 * 1024;
const checkIntervalInMilliseconds = 60_000;

// Root writes to it as well, in a folder that may be another user's, who could lead it elsewhere. Windows knows no such flag.
const appendWithoutLinks = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/** The file that the server writes its own messages to: bounded, with one former file beside it. */
export class ServerLog {
  readonly path: string;
  readonly #location: Location;

  constructor(location: Location) {
    this.path = join(location.directory, 'postgres.log');
    this.#location = location;
  }

  /** Opens the file for a server that appends to it. */
  async open(): Promise<FileHandle> {
    await this.#shorten();
    const file = await open(this.path, appendWithoutLinks, 0o600);
    const { account } = this.#location;
    if (account !== undefined) await file.chown(account.uid, account.gid);
    return file;
  }

  /** Keeps the file short while the server runs; returns what ends this. */
  watch(): () => void {
    const timer = setInterval(() => void this.#shorten().catch(() => undefined), checkIntervalInMilliseconds).unref();
    return () => clearInterval(timer);
  }

  /** What was written after the first `offsetInBytes`. */
  async readFrom(offsetInBytes: number): Promise<string> {
    return (await readFile(this.path)).subarray(offsetInBytes).toString('utf8');
  }

  /** Cut, not renamed, as the server keeps the file open. */
  async #shorten(): Promise<void> {
    const found = await lstat(this.path).catch(() => undefined);
    if (found === undefined || found.size < maxBytes) return;
    const former = `${this.path}.1`;
    await rm(former, { force: true });
    await copyFile(this.path, former, constants.COPYFILE_EXCL);
    await truncate(this.path);
  }
}
