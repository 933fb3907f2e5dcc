import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder for Latchkey's data that any user may enter; removed after the test. */
export function makeDataFolder(owner?: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  chmodSync(folder, 0o755);
  if (owner !== undefined) chownSync(folder, owner, owner);
  return folder;
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
