import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';
import type { Location } from './choose-location.ts';
import { type ClusterPassword, syncFolder } from './cluster-password.ts';
import { postgresEnvironment } from './postmaster/postgres-arguments.ts';
import { giveTo } from './server-account.ts';

/** The role that Latchkey connects as, and the database that it owns. */
export const roleName = 'latchkey';

interface Program {
  path: string;
  arguments: string[];
  location: Location;
  /** Given on standard input, where no list of processes shows it. */
  input?: string;
}

const unfinishedPrefix = 'cluster.new-';

/**
 * Makes the cluster on the first start and returns the password of its role.
 *
 * It is made under another name and renamed when complete, so a start that is killed on the way leaves nothing that a
 * later one takes for a cluster.
 *
 * @throws StartError when the cluster and its password do not belong together, or initdb fails
 */
export async function initializeCluster(
  location: Location,
  installation: string,
  password: ClusterPassword,
): Promise<string> {
  await removeUnfinished(location.directory);
  const cluster = join(location.directory, 'cluster');
  const kept = await password.read();
  if (await isCluster(cluster)) return kept ?? (await password.keep()) ?? refuseWithoutPassword(cluster, password);
  if (kept !== undefined) {
    throw new StartError(
      `The database that ${password.path} belongs to is missing from ${cluster}: bring that folder back, or remove the password file to start with an empty database.`,
    );
  }
  requireShellSafe(location.directory);
  const made = await password.draft();
  await makeCluster(location, installation, cluster, made);
  await password.keep();
  return made;
}

/** Throws a StartError when the cluster was made by another major version than that of the binaries: their files differ. */
export async function requireMajorVersion(cluster: string, major: number): Promise<void> {
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => Number(text),
    () => major,
  );
  if (found === major) return;
  const fix =
    found > major
      ? 'install the Latchkey that made it or a later one'
      : 'move its content with pg_dump, run by the Latchkey that made it, into a new data folder';
  throw new StartError(
    `The database in ${cluster} is of PostgreSQL ${found}, but this Latchkey brings PostgreSQL ${major}: ${fix}.`,
  );
}

/** initdb runs `postgres` through a shell, with its path between double quotes. */
function requireShellSafe(location: string): void {
  if (process.platform === 'win32' || !/["$`]/.test(location)) return;
  throw new StartError(
    `PostgreSQL cannot be set up in ${location}, as ", $ and \` have a meaning of their own for the shell that it uses: set LATCHKEY_DATA_DIR to a folder without them.`,
  );
}

async function makeCluster(location: Location, installation: string, cluster: string, password: string): Promise<void> {
  // A name of its own: the initdb of a killed start may still run, and cleans up its folder when it fails.
  const unfinished = join(location.directory, `${unfinishedPrefix}${randomBytes(4).toString('hex')}`);
  await mkdir(unfinished, { mode: 0o700 });
  await giveTo(location.account, unfinished);
  const bin = join(installation, 'bin');
  await runProgram({ path: join(bin, 'initdb'), arguments: initdbArguments(unfinished), location });
  await writeFile(join(unfinished, 'pg_hba.conf'), accessRules(), { flush: true });
  await runProgram({
    path: join(bin, 'postgres'),
    arguments: ['--single', '-D', unfinished, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres'],
    input: roleStatements(password),
    location,
  });
  await rename(unfinished, cluster);
  await syncFolder(location.directory);
}

/**
 * The builtin locale: text sorts by code point and letters change case by Unicode, the same on every machine. The
 * libraries of the system sort differently after an upgrade, which silently breaks indexes.
 */
function initdbArguments(cluster: string): string[] {
  return [
    ...['-D', cluster, '--username=postgres', '--auth=reject', '--encoding=UTF8', '--data-checksums'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
  ];
}

/** One role may come in, with its password; the superuser, whose rights nothing of ours needs, may not come in at all. */
function accessRules(): string {
  const origin = process.platform === 'win32' ? 'host' : 'local';
  const address = process.platform === 'win32' ? '127.0.0.1/32' : '';
  return `# TYPE DATABASE USER ADDRESS METHOD\n${origin} all ${roleName} ${address} scram-sha-256\n`;
}

/** One statement a line, as single-user mode reads them. The password has only letters, digits, - and _. */
function roleStatements(password: string): string {
  return [
    `create role ${roleName} login createdb password '${password}'`,
    `create database ${roleName} owner ${roleName}`,
    '',
  ].join('\n');
}

async function isCluster(folder: string): Promise<boolean> {
  return readFile(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

function refuseWithoutPassword(cluster: string, password: ClusterPassword): never {
  throw new StartError(
    `The password of the database in ${cluster} is missing: bring ${password.path} back, or remove ${cluster} to start with an empty database.`,
  );
}

/** Runs one of PostgreSQL's programs to its end; throws a StartError with its last words when it fails. */
async function runProgram(program: Program): Promise<void> {
  const child = spawn(program.path, program.arguments, {
    cwd: program.location.directory,
    env: postgresEnvironment,
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
    ...program.location.account,
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  // A program that ends early closes its input; its exit status says more than the broken pipe.
  child.stdin.on('error', () => undefined).end(program.input ?? '');
  const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  if (status === 0) return;
  const lastWords = complaints.trim().split('\n').slice(-3).join(' ');
  throw new StartError(`The database could not be made (${program.path} ended with ${status}: ${lastWords}).`);
}

/** A leftover that its own initdb still writes to may stay until the next start. */
async function removeUnfinished(location: string): Promise<void> {
  for (const name of await readdir(location)) {
    if (name.startsWith(unfinishedPrefix)) {
      await rm(join(location, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}
