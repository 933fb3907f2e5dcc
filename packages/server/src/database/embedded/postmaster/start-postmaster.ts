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
  /** Ends it after a checkpoint, dropping the clients; at once when that takes too long, and by force when that does too. */
  stop(): Promise<void>;
}

const pollIntervalInMilliseconds = 5;
const leftoverLimitInMilliseconds = 60_000;
const shutdownLimitInMilliseconds = 30_000;

/**
 * Starts a postmaster and waits until it accepts connections, after a crash until it has replayed its log.
 *
 * @param signal breaks the start off, which then rejects once the postmaster has ended
 * @throws StartError with the server's own reason when it ends before that
 */
export async function startPostmaster(plan: PostmasterPlan, signal: AbortSignal): Promise<Postmaster> {
  const deadline = Date.now() + leftoverLimitInMilliseconds;
  for (;;) {
    const start = await tryStart(plan, signal);
    if ('postmaster' in start) return start.postmaster;
    // Backends of a killed postmaster end by themselves once they have finished their statement.
    const waitsForBackends = start.complaint.includes('pre-existing shared memory block');
    if (!waitsForBackends || Date.now() > deadline) throw explain(start.complaint, plan.log);
    await sleep(20, undefined, { signal });
  }
}

async function tryStart(
  plan: PostmasterPlan,
  signal: AbortSignal,
): Promise<{ postmaster: Postmaster } | { complaint: string }> {
  const output = await plan.log.open();
  const offsetInBytes = (await output.stat()).size;
  const postmaster = await spawnPostmaster(plan, output.fd).finally(() => output.close());
  const breakOff = () => void postmaster.stop();
  signal.addEventListener('abort', breakOff);
  if (signal.aborted) breakOff();
  const ready = await becomesReady(postmaster, plan.cluster);
  signal.removeEventListener('abort', breakOff);
  return ready ? { postmaster } : { complaint: await plan.log.readFrom(offsetInBytes) };
}

async function spawnPostmaster(plan: PostmasterPlan, output: number): Promise<Postmaster> {
  const child = spawn(join(plan.installation, 'bin', 'postgres'), postgresArguments(plan.cluster, plan.endpoint), {
    cwd: plan.location.directory,
    env: postgresEnvironment,
    stdio: ['ignore', output, output],
    // A group of its own: Ctrl-C in the terminal is for us alone, and the database stays up while requests drain.
    detached: true,
    windowsHide: true,
    ...plan.location.account,
  });
  await once(child, 'spawn');
  const ended = waitForEnd(child);
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, plan, ended) };
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

/** False when it ended before. */
async function becomesReady({ pid, ended }: Postmaster, cluster: string): Promise<boolean> {
  let running = true;
  const end = ended.then(() => (running = false));
  while (running) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === pid && file.ready) return true;
    await Promise.race([sleep(pollIntervalInMilliseconds), end]);
  }
  return false;
}

async function stop(child: ChildProcess, plan: PostmasterPlan, ended: Promise<string>): Promise<void> {
  if (process.platform === 'win32') await stopByPgCtl(plan);
  else child.kill('SIGINT');
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    const end = await Promise.race([ended, sleep(shutdownLimitInMilliseconds, undefined, { ref: false })]);
    if (end !== undefined) return;
    child.kill(signal);
  }
  await ended;
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
