import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { findLocation } from './choose-location.ts';
import { ClusterPassword } from './cluster-password.ts';
import { explainSystemError } from './explain-system-error.ts';
import { roleName } from './initialize-cluster.ts';
import { addressOf } from './postmaster/choose-endpoint.ts';
import { readPostmasterFile } from './postmaster/postmaster-file.ts';
import { isListening } from './socket-address.ts';
import type { EmbeddedPostgres } from './start-embedded-postgres.ts';

/**
 * How to reach the PostgreSQL that another process runs on a data folder, for what an operator does beside the server;
 * undefined when none is running there.
 *
 * @throws StartError when the folder holds no installation, or may not be read by this user
 */
export async function findRunningPostgres(dataDirectory: string): Promise<EmbeddedPostgres['connection'] | undefined> {
  try {
    const password = await new ClusterPassword(dataDirectory).read();
    if (password === undefined) {
      throw new StartError(
        `There is no installation in ${dataDirectory}: set LATCHKEY_DATA_DIR to the data folder of the server, or start it once.`,
      );
    }
    const location = await findLocation(await realpath(dataDirectory));
    const endpoint = (await readPostmasterFile(join(location, 'cluster')))?.endpoint;
    if (endpoint === undefined || !(await isListening(addressOf(endpoint)))) return undefined;
    return { ...endpoint, user: roleName, password, database: roleName };
  } catch (error) {
    throw explainSystemError(error, dataDirectory);
  }
}
