import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../../../..');
const command = 'packages/cli/dist/main.js';

/** The built command, as a user of the host runs it. */
export const latchkeyCommand = join(repository, command);

/**
 * The built command where any user can read it, and the folder to remove afterwards: the repository itself, unless a
 * folder above it is closed to others, as the home of root is.
 */
export function openLatchkeyCommand(): { path: string; copy: string | undefined } {
  if (foldersAbove(latchkeyCommand).every((folder) => (statSync(folder).mode & 0o001) !== 0)) {
    return { path: latchkeyCommand, copy: undefined };
  }
  const copy = mkdtempSync(join(tmpdir(), 'latchkey-command-'));
  chmodSync(copy, 0o755);
  for (const part of ['package.json', 'node_modules', 'packages']) copyTree(join(repository, part), copy);
  return { path: join(copy, command), copy };
}

function foldersAbove(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}

/** By hard links where the file system allows, which takes no space and little time. */
function copyTree(source: string, folder: string): void {
  try {
    execFileSync('cp', ['-al', source, folder], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-a', '--force', source, folder]);
  }
}
