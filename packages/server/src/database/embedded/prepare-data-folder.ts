import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { StartError } from '../../platform/start-error.ts';

/** Latchkey's data folder, ready for use. */
export interface DataFolder {
  /** Absolute, without symbolic links. */
  path: string;
  /** Whether it was made just now, so that its mode is ours to choose. */
  created: boolean;
}

/** Makes the data folder where it is missing; throws a StartError where it is a file or cannot be written to. */
export async function prepareDataFolder(dataDirectory: string): Promise<DataFolder> {
  const found = await stat(dataDirectory).catch(() => undefined);
  if (found !== undefined && !found.isDirectory()) {
    throw new StartError(`The data folder ${dataDirectory} is a file: set LATCHKEY_DATA_DIR to a folder.`);
  }
  try {
    const created = await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    return { path: await realpath(dataDirectory), created: created !== undefined };
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDirectory} cannot be written to (${error instanceof Error ? error.message : String(error)}): ` +
        'make it writable for the user that starts Latchkey, or set LATCHKEY_DATA_DIR to another folder.',
    );
  }
}
