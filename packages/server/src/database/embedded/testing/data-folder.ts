import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** An empty folder that any user may enter; removed after the test. */
export function makeFolder(owner?: number): string {
  const folder = makeOpenFolder();
  if (owner !== undefined) chownSync(folder, owner, owner);
  onTestFinished(() => remove(folder));
  return folder;
}

/** The same for the tests of a whole group, called while that is set up; removed after them. */
export function makeSharedFolder(): string {
  const folder = makeOpenFolder();
  afterAll(() => remove(folder));
  return folder;
}

function makeOpenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  chmodSync(folder, 0o755);
  return folder;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
