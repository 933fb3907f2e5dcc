import { copyFile, open, readFile, stat, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Location } from '../choose-location.ts';
import { giveTo } from '../server-account.ts';

const maxBytes = 5 * 1024 * 1024;
const checkIntervalInMilliseconds = 60_000;

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
    const file = await open(this.path, 'a', 0o600);
    await giveTo(this.#location.account, this.path);
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
    const size = await stat(this.path).then(
      (found) => found.size,
      () => 0,
    );
    if (size < maxBytes) return;
    await copyFile(this.path, `${this.path}.1`);
    await truncate(this.path);
  }
}
