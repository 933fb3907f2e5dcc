import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { StartError } from '../../platform/start-error.ts';
import { isRoot } from './server-account.ts';

/**
 * Makes the data folder where it is missing and returns its absolute path without symbolic links.
 *
 * @throws StartError where it is a file or cannot be written to
 */
export async function prepareDataFolder(dataDirectory: string): Promise<string> {
  const found = await stat(dataDirectory).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) {
    throw new StartError(`The data folder ${dataDirectory} is a file: set LATCHKEY_DATA_DIR to a folder.`);
  }
  try {
    // PostgreSQL's own user has to pass through root's folder; what lies in it is closed one by one.
    await mkdir(dataDirectory, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(dataDirectory);
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDirectory} cannot be written to (${error instanceof Error ? error.message : String(error)}): ` +
        'make it writable for the user that starts Latchkey, or set LATCHKEY_DATA_DIR to another folder.',
    );
  }
}
