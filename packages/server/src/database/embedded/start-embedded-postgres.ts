import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import { chooseLocation, type Location } from './choose-location.ts';
import { ClusterPassword } from './cluster-password.ts';
import { explainSystemError } from './explain-system-error.ts';
import { initializeCluster, requireMajorVersion, roleName } from './initialize-cluster.ts';
import { installBinaries } from './install-binaries.ts';
import { type BinariesPackage, locateBinaries, majorVersion } from './locate-binaries.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { chooseEndpoint } from './postmaster/choose-endpoint.ts';
import { ServerLog } from './postmaster/server-log.ts';
import { startPostmaster } from './postmaster/start-postmaster.ts';
import { stopOrphanPostmaster } from './postmaster/stop-orphan-postmaster.ts';
import { supervisePostmaster } from './postmaster/supervise-postmaster.ts';
import { isRoot } from './server-account.ts';

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

/**
 * Makes the data folder where it is missing and returns its absolute path without symbolic links.
 *
 * @throws StartError where it is a file or cannot be written to
 */
async function prepareDataFolder(dataDirectory: string): Promise<string> {
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
  const postmaster = await supervisePostmaster(async (signal) => {
    await stopOrphanPostmaster(plan);
    return await startPostmaster(plan, signal);
  }, report);
  const endWatch = log.watch();
  const stop = async (): Promise<void> => {
    await postmaster.stop();
    endWatch();
    await releaseAll(locks);
  };
  let stopped: Promise<void> | undefined;
  return {
    connection: { ...endpoint, user: roleName, password, database: roleName },
    location: location.directory,
    notices: location.notices,
    get pid() {
      return postmaster.pid;
    },
    failure: postmaster.failure,
    stop: () => (stopped ??= stop()),
  };
}

async function releaseAll(locks: FolderLock[]): Promise<void> {
  await Promise.all(locks.map((lock) => lock.release()));
}
