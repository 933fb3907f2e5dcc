import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { chooseLocation } from './choose-location.ts';
import { ClusterPassword } from './cluster-password.ts';
import { explainSystemError } from './explain-system-error.ts';
import { roleName } from './initialize-cluster.ts';
import { isListening } from './is-listening.ts';
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
    const { directory } = await chooseLocation(await realpath(dataDirectory));
    const endpoint = await readEndpoint(join(directory, 'cluster'));
    return endpoint && { ...endpoint, user: roleName, password, database: roleName };
  } catch (error) {
    throw explainSystemError(error, dataDirectory);
  }
}

/** Where the postmaster of a cluster listens, by the file it keeps there; undefined for one that is gone. */
async function readEndpoint(cluster: string): Promise<{ host: string; port: number } | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  // The lines: pid, cluster, start time, port, socket folder, TCP address, shared memory, status.
  const [, , , portText, socketFolder] = text.split('\n').map((line) => line.trim());
  const port = Number(portText);
  if (portText === undefined || !Number.isInteger(port)) return undefined;
  if (socketFolder === undefined || socketFolder === '') return { host: '127.0.0.1', port }; // Windows
  return (await isListening(join(socketFolder, `.s.PGSQL.${port}`))) ? { host: socketFolder, port } : undefined;
}
