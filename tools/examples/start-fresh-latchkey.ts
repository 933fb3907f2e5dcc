import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../packages/cli/src/testing/free-port.ts';
import { latchkeyCommand } from '../build-packages.js';

/** A server of its own on an empty data folder, which nobody has claimed yet. */
export interface FreshLatchkey {
  url: string;
  claimCode: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts the built command, configured by `environment`, and waits until it runs; rejects when it does not. */
export async function startFreshLatchkey(environment: Record<string, string> = {}): Promise<FreshLatchkey> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latchkey-fresh-'));
  // As root the server runs PostgreSQL under another user id, who has to get through to the data folder.
  await chmod(folder, 0o755);
  const server = spawn(process.execPath, [latchkeyCommand, 'start'], {
    cwd: folder,
    // Nothing of this environment configures it: a server that was given a database would not be a fresh one.
    env: {
      PATH: process.env.PATH,
      PORT: String(await freePort()),
      LATCHKEY_DATA_DIR: path.join(folder, 'data'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  async function stop(): Promise<void> {
    await endProcess(server);
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const output = await outputUntilReady(server);
    return { url: partOf(output, /running at (\S+)/), claimCode: partOf(output, /Claim code: (\S+)/), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function outputUntilReady(server: ChildProcess): Promise<string> {
  let output = '';
  server.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  while (!output.includes('Ctrl-C stops it')) {
    if (hasEnded(server)) throw new Error(`Latchkey did not start:\n${output}`);
    await Promise.race([once(server, 'exit'), once(server.stdout ?? server, 'data')]);
  }
  return output;
}

function partOf(output: string, pattern: RegExp): string {
  const part = pattern.exec(output)?.[1];
  if (part === undefined) throw new Error(`Latchkey said nothing like ${String(pattern)}:\n${output}`);
  return part;
}

/** Asks a process to end, and waits until it has. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
