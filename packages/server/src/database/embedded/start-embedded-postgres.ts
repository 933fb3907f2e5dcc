import { createServer } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { chooseLocation, type Location } from './choose-location.ts';
import { ClusterPassword } from './cluster-password.ts';
import { explainSystemError } from './explain-system-error.ts';
import { initializeCluster, requireMajorVersion, roleName } from './initialize-cluster.ts';
import { installBinaries } from './install-binaries.ts';
import { type BinariesPackage, locateBinaries, majorVersion } from './locate-binaries.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { makeSocketFolder } from './make-socket-folder.ts';
import type { Endpoint } from './postgres-arguments.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { ServerLog } from './server-log.ts';
import { socketPort } from './socket-path.ts';
import { startPostmaster } from './start-postmaster.ts';
import { stopOrphanPostmaster } from './stop-orphan-postmaster.ts';
import { type SupervisedPostmaster, supervisePostmaster } from './supervise-postmaster.ts';

/** The PostgreSQL that Latchkey runs for itself. */
export interface EmbeddedPostgres {
  /** For `pg`: the folder of the unix socket is the host, but on Windows the loopback address. The role is no superuser. */
  readonly connection: { host: string; port: number; user: string; password: string; database: string };
  /** The folder of binaries, cluster, socket and log. */
  readonly location: string;
  /** Sentences for the operator at the start. */
  readonly notices: string[];
  /** The postmaster that runs now: it is started again when it dies, while clients reconnect. */
  readonly pid: number;
  /** Resolves, with the reason, when the postmaster died and could not be started again: the server cannot go on. */
  readonly failure: Promise<Error>;
  /** Ends the database, dropping its clients, and lets go of the data folder; a second call waits for the first. */
  stop(): Promise<void>;
}

/** What the launcher is given. */
export interface EmbeddedPostgresOptions {
  /** Latchkey's data folder (LATCHKEY_DATA_DIR); made when it is missing. */
  dataDirectory: string;
  /** Gets a sentence for the log whenever the postmaster died. */
  report?: (sentence: string) => void;
}

/**
 * Brings up the PostgreSQL of a data folder and waits until it accepts connections.
 *
 * @throws StartError when the data folder is in use, cannot be used or belongs to another version, and when there is no
 * PostgreSQL for this platform
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = locateBinaries();
  const dataFolder = await prepareDataFolder(options.dataDirectory);
  const locks: FolderLock[] = [];
  try {
    locks.push(await lockFolder(dataFolder));
    const location = await chooseLocation(dataFolder);
    // Outside the data folder it may be named by a copy of that folder too.
    if (dirname(location.directory) !== dataFolder) locks.push(await lockFolder(location.directory));
    return await start(binaries, dataFolder, location, locks, options.report ?? (() => undefined));
  } catch (error) {
    await releaseAll(locks);
    throw explainSystemError(error, dataFolder);
  }
}

async function start(
  binaries: BinariesPackage,
  dataFolder: string,
  location: Location,
  locks: FolderLock[],
  report: (sentence: string) => void,
): Promise<EmbeddedPostgres> {
  const cluster = join(location.directory, 'cluster');
  await requireMajorVersion(cluster, majorVersion(binaries.version));
  const installation = installBinaries(binaries, location.directory);
  const password = await initializeCluster(location, installation, new ClusterPassword(dataFolder));
  const endpoint = await chooseEndpoint(location);
  const log = new ServerLog(location);
  const plan = { location, installation, cluster, endpoint, log };
  const postmaster = await supervisePostmaster(async () => {
    await stopOrphanPostmaster(plan);
    return await startPostmaster(plan);
  }, report);
  const stop = makeStop(postmaster, log, locks);
  return {
    connection: { ...endpoint, user: roleName, password, database: roleName },
    location: location.directory,
    notices: location.notices,
    get pid() {
      return postmaster.pid;
    },
    failure: postmaster.failure,
    stop,
  };
}

async function chooseEndpoint(location: Location): Promise<Endpoint> {
  if (process.platform !== 'win32') return { host: await makeSocketFolder(location), port: socketPort };
  return { host: '127.0.0.1', port: await findFreePort() };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function makeStop(postmaster: SupervisedPostmaster, log: ServerLog, locks: FolderLock[]): () => Promise<void> {
  const endWatch = log.watch();
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= postmaster
      .stop()
      .then(endWatch)
      .then(() => releaseAll(locks));
    return stopped;
  };
}

async function releaseAll(locks: FolderLock[]): Promise<void> {
  await Promise.all(locks.map((lock) => lock.release()));
}
