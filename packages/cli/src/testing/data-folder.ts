import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder for Latchkey's data that any user may enter. */
export function makeDataFolder(owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  chmodSync(folder, 0o755);
  if (owner !== undefined) chownSync(folder, owner, owner);
  return folder;
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** How to reach the embedded database of a data folder past the server. */
export function connectionOf(dataFolder: string) {
  return {
    host: join(dataFolder, 'postgres', 'socket'),
    user: 'latchkey',
    password: readFileSync(join(dataFolder, 'postgres-password'), 'utf8'),
    database: 'latchkey',
  };
}
