import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Random } from './random.ts';
import { StartError } from './start-error.ts';

/**
 * The secret of an installation that keeps its own: made at the first start, readable by nobody else (0600).
 * Written whole and made durable before it gets its name, so that no kill leaves half a secret behind.
 *
 * @param database one that was used with a secret gets no other
 * @throws StartError when the file is damaged, lost or may not be read
 */
export function readOrMakeSecret(dataDirectory: string, database: 'new' | 'used', random: Random): string {
  const file = secretFileOf(dataDirectory);
  const secret = readSecret(file);
  if (secret !== null) return secret;
  if (database === 'new') return makeSecret(file, dataDirectory, random);
  throw new StartError(
    `The secret of this installation, ${file}, is missing: restore the file from a backup, or set LATCHKEY_SECRET if it was started with that before.`,
  );
}

/** Where that secret is kept. */
export function secretFileOf(dataDirectory: string): string {
  return path.join(dataDirectory, 'secret');
}

function readSecret(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartError(
      `The secret of this installation, ${file}, cannot be read: give this user the right to read it.`,
    );
  }
  if (text.length >= 32) return text;
  throw new StartError(`The secret of this installation, ${file}, is damaged: restore the file from a backup.`);
}

function makeSecret(file: string, dataDirectory: string, random: Random): string {
  mkdirSync(dataDirectory, { recursive: true });
  const draft = `${file}.${random.uuid()}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${random.bytes(32).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file); // Fails where another start was faster, whose secret then counts.
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const directory = openSync(dataDirectory, 'r');
  fsyncSync(directory);
  closeSync(directory);
  return readSecret(file) ?? makeSecret(file, dataDirectory, random);
}
