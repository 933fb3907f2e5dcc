import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartError } from '../../../platform/start-error.ts';
import type { Location } from '../choose-location.ts';
import type { Endpoint } from './choose-endpoint.ts';
import { postgresArguments, postgresEnvironment } from './postgres-arguments.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import type { ServerLog } from './server-log.ts';

/** What a postmaster is started from. */
export interface PostmasterPlan {
  location: Location;
  /** The folder with `bin`, `lib` and `share`. */
  installation: string;
  cluster: string;
  endpoint: Endpoint;
  log: ServerLog;
}

/** A running postmaster that accepts connections. */
export interface Postmaster {
  pid: number;
  /** Resolves when it has ended, with its exit code or signal. */
  ended: Promise<string>;
  /** Ends it after a checkpoint, dropping the clients; at once when that takes too long. */
  stop(): Promise<void>;
}

const pollIntervalInMilliseconds = 5;
const leftoverLimitInMilliseconds = 60_000;
const fastShutdownInMilliseconds = 30_000;

/**
 * Starts a postmaster and waits until it accepts connections, after a crash until it has replayed its log.
 *
 * @throws StartError with the server's own reason when it ends before that
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const deadline = Date.now() + leftoverLimitInMilliseconds;
  for (;;) {
    const start = await tryStart(plan);
    if ('postmaster' in start) return start.postmaster;
    // Backends of a killed postmaster end by themselves once they have finished their statement.
    const waitsForBackends = start.complaint.includes('pre-existing shared memory block');
    if (!waitsForBackends || Date.now() > deadline) throw explain(start.complaint, plan.log);
    await sleep(20);
  }
}

async function tryStart(plan: PostmasterPlan): Promise<{ postmaster: Postmaster } | { complaint: string }> {
  const output = await plan.log.open();
  const offsetInBytes = (await output.stat()).size;
  const child = spawn(join(plan.installation, 'bin', 'postgres'), postgresArguments(plan.cluster, plan.endpoint), {
    cwd: plan.location.directory,
    env: postgresEnvironment,
    stdio: ['ignore', output.fd, output.fd],
    // A group of its own: Ctrl-C in the terminal is for us alone, and the database stays up while requests drain.
    detached: true,
    windowsHide: true,
    ...plan.location.account,
  });
  const ended = waitForEnd(child);
  try {
    await once(child, 'spawn');
  } finally {
    await output.close();
  }
  if (await becomesReady(child, plan.cluster, ended)) return { postmaster: describe(child, plan, ended) };
  await ended;
  return { complaint: await plan.log.readFrom(offsetInBytes) };
}

function waitForEnd(child: ChildProcess): Promise<string> {
  // An uncaught exception leaves no orphan; a kill does, which the next start deals with.
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  child.on('error', () => undefined); // A signal to a process that is gone.
  return ended.finally(() => process.off('exit', interrupt));
}

async function becomesReady(child: ChildProcess, cluster: string, ended: Promise<string>): Promise<boolean> {
  let running = true;
  const end = ended.then(() => (running = false));
  while (running) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === child.pid && file?.ready) return true;
    await Promise.race([sleep(pollIntervalInMilliseconds), end]);
  }
  return false;
}

function describe(child: ChildProcess, plan: PostmasterPlan, ended: Promise<string>): Postmaster {
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      if (process.platform === 'win32') await stopByPgCtl(plan);
      else child.kill('SIGINT');
      const end = await Promise.race([ended, sleep(fastShutdownInMilliseconds, undefined, { ref: false })]);
      if (end === undefined) child.kill('SIGQUIT');
      await ended;
    },
  };
}

function explain(complaint: string, log: ServerLog): StartError {
  const reason = /(?:FATAL|PANIC): +(.*)/.exec(complaint)?.[1] ?? complaint.trim().replaceAll(/\s+/g, ' ');
  return new StartError(`PostgreSQL did not start (${reason}): see ${log.path}.`);
}

/**
 * Ends the postmaster of a cluster on Windows, which has no signals.
 *
 * PostgreSQL's own program reaches it through a pipe that only a postmaster has, so no stranger with its number is hit.
 */
export async function stopByPgCtl({
  installation,
  cluster,
}: Pick<PostmasterPlan, 'installation' | 'cluster'>): Promise<void> {
  const program = join(installation, 'bin', 'pg_ctl');
  const end = promisify(execFile)(program, ['stop', '-D', cluster, '-m', 'fast', '-w'], { windowsHide: true });
  await end.catch(() => undefined); // There was none.
}
