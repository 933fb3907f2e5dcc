import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../../platform/start-error.ts';
import { isListening } from './is-listening.ts';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.ts';

const fastShutdownInMilliseconds = 15_000;
const immediateShutdownInMilliseconds = 15_000;

/**
 * Ends the postmaster that a killed Latchkey left running on `cluster`; the caller holds the lock of the data folder.
 *
 * Stopped rather than adopted: a child of our own tells us when it ends, and has the settings of this version. Only a process
 * whose command line names this cluster gets a signal, as the number in the file may be a stranger's by now.
 *
 * @throws StartError when a postmaster runs on the cluster that cannot be stopped from here
 */
export async function stopOrphanPostmaster(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return;
  if (await isPostmaster(file.pid, cluster)) await stop(file.pid, cluster);
  else await forgetDeadPostmaster(file, cluster);
  await refuseUnseenPostmaster(file, cluster);
}

async function stop(pid: number, cluster: string): Promise<void> {
  process.kill(pid, 'SIGINT');
  if (await hasEnded(pid, cluster, fastShutdownInMilliseconds)) return;
  process.kill(pid, 'SIGQUIT');
  if (await hasEnded(pid, cluster, immediateShutdownInMilliseconds)) return;
  throw new StartError(`An earlier PostgreSQL (process ${pid}) on ${cluster} does not stop: end it with kill -QUIT ${pid}.`);
}

async function hasEnded(pid: number, cluster: string, limitInMilliseconds: number): Promise<boolean> {
  const deadline = Date.now() + limitInMilliseconds;
  while (await isPostmaster(pid, cluster)) {
    if (Date.now() > deadline) return false;
    await sleep(5);
  }
  return true;
}

/**
 * PostgreSQL overwrites the file of a dead postmaster, but refuses to start when the number is in use again under its own
 * user, or belongs to a zombie that nobody reaps. The backends that may be left are still found, by their shared memory.
 */
async function forgetDeadPostmaster(file: PostmasterFile, cluster: string): Promise<void> {
  if (process.platform === 'win32' || !isInUse(file.pid)) return;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  if (file.socketFolder === undefined) return;
  await rm(join(file.socketFolder, `.s.PGSQL.${file.port}.lock`), { force: true });
}

/** A postmaster in another container that shares the folder has no process id here, but answers. */
async function refuseUnseenPostmaster(file: PostmasterFile, cluster: string): Promise<void> {
  if (file.socketFolder === undefined || !(await isListening(join(file.socketFolder, `.s.PGSQL.${file.port}`)))) return;
  throw new StartError(`A PostgreSQL that cannot be seen from here, as in another container, runs on ${cluster}: stop that one first.`);
}

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const [program, ...words] = await readCommandLine(pid);
  return program !== undefined && basename(program) === 'postgres' && words.includes(cluster);
}

/** Empty for a process that is gone, and for a zombie. */
async function readCommandLine(pid: number): Promise<string[]> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  }
  // Windows has no such command: there PostgreSQL itself refuses to start beside an orphan.
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  const [program = '', rest = ''] = stdout.trim().split(/ -D (.*?) -c .*/s);
  return [program, rest];
}
