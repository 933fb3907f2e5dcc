import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../../../platform/start-error.ts';
import { isListening } from '../socket-address.ts';
import { socketPath } from './choose-endpoint.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { type PostmasterPlan, stopByPgCtl } from './start-postmaster.ts';

const shutdownLimitInMilliseconds = 15_000;

/**
 * Ends the postmaster that a killed Latchkey left running on the cluster; the caller holds the lock of the data folder.
 *
 * Stopped rather than adopted: a child of our own tells us when it ends, and has the settings of this version. Only a process
 * of ours whose command line names this cluster gets a signal, as the number in the file may be a stranger's by now.
 *
 * @throws StartError when a postmaster runs on the cluster that cannot be stopped from here
 */
export async function stopOrphanPostmaster(
  plan: Pick<PostmasterPlan, 'installation' | 'cluster' | 'endpoint'>,
): Promise<void> {
  const { cluster } = plan;
  const socket = socketPath(plan.endpoint);
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return;
  if (process.platform === 'win32') return await stopByPgCtl(plan);
  if (await isPostmaster(file.pid, cluster)) await stop(file.pid, cluster);
  // One in another container that shares the folder has no process id here, but answers.
  if (await isListening({ path: socket })) {
    throw new StartError(
      `A PostgreSQL that cannot be seen from here, as in another container, runs on ${cluster} (process ${file.pid}): stop it first.`,
    );
  }
  await forgetDeadPostmaster(cluster, socket);
}

async function stop(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!sendSignal(pid, signal)) return;
    const deadline = Date.now() + shutdownLimitInMilliseconds;
    while (Date.now() < deadline) {
      if (!(await isPostmaster(pid, cluster))) return;
      await sleep(5);
    }
  }
  throw new StartError(
    `An earlier PostgreSQL (process ${pid}) on ${cluster} does not stop: end it with kill -9 ${pid}.`,
  );
}

/**
 * PostgreSQL overwrites the files of a dead postmaster, but refuses to start when the number is in use again under its own
 * user, or belongs to a zombie that nobody reaps; and a new postmaster with the same number, as containers give it, would
 * seem ready at once. Backends that outlive their postmaster are found by their shared memory.
 */
async function forgetDeadPostmaster(cluster: string, socket: string): Promise<void> {
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  await rm(`${socket}.lock`, { force: true });
}

/** False when there is no such process. */
function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}

/** By the command line, which any user may read, as root in a container may not look further into another user's process. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  const commandLine = await readCommandLine(pid);
  return commandLine.startsWith(`${dirname(cluster)}/`) && commandLine.includes(`/bin/postgres -D ${cluster} `);
}

/** Empty for a process that is gone, and for a zombie. */
async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return words.replaceAll('\0', ' ');
  }
  const listing = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  return listing?.stdout ?? '';
}
