import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entryPoint = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

// Far more than a start takes: this only keeps a server that never gets there from being waited for in vain.
const startDeadlineInSeconds = 60;

/** A fresh Latchkey server: its own process, its own database, on a port of its own. */
export interface LatchkeyServer {
  baseUrl: string;
  /** Makes its bearer the first operator, once. */
  claimCode: string;
  stop(): Promise<void>;
}

/** Starts a server on an empty data folder and waits until it is healthy and has printed its claim code. */
export async function startLatchkeyServer(): Promise<LatchkeyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-example-'));
  // As root the server runs PostgreSQL under another user id, who has to get through to the data folder.
  await chmod(folder, 0o755);
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const server = spawnServer(port, join(folder, 'data'));
  let output = '';
  server.stdout?.on('data', (chunk) => (output += chunk));

  async function stop(): Promise<void> {
    if (isRunning(server)) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  }

  const deadline = Date.now() + startDeadlineInSeconds * 1000;
  while (isRunning(server) && Date.now() < deadline) {
    const claimCode = findClaimCode(output);
    if (claimCode !== undefined && (await isHealthy(baseUrl))) return { baseUrl, claimCode, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`The server did not start. Is it built? npm install && npm run build\n${output}`);
}

function spawnServer(port: number, dataDir: string): ChildProcess {
  return spawn(process.execPath, [entryPoint, 'start'], {
    // Without DATABASE_URL: a server that was given a database of its own would not be a fresh one.
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LATCHKEY_DATA_DIR: dataDir, DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}

function findClaimCode(output: string): string | undefined {
  return /claim code\W+([0-9a-z-]+)/i.exec(output)?.[1];
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null;
}

async function isHealthy(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health`)).ok;
  } catch {
    return false;
  }
}
