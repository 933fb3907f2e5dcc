import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entryPoint = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

/** A fresh Latchkey server: its own process, its own database, on a port of its own. */
export interface LatchkeyServer {
  baseUrl: string;
  /** What the server has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a server on an empty data folder and waits until it is healthy. */
export async function startLatchkeyServer(): Promise<LatchkeyServer> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-example-'));
  // As root the server runs PostgreSQL under another user id, who has to get through to the data folder.
  await chmod(folder, 0o755);
  const port = await findFreePort();
  const process = spawnServer(port, join(folder, 'data'));

  let output = '';
  process.stdout?.on('data', (chunk) => (output += chunk));
  const server: LatchkeyServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    output: () => output,
    async stop() {
      if (isRunning(process)) {
        process.kill('SIGTERM');
        await once(process, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };

  while (!(await isHealthy(server.baseUrl))) {
    if (!isRunning(process)) {
      await server.stop();
      throw new Error(`The server did not start. Build it first: npm install && npm run build\n${output}`);
    }
    await sleep(50);
  }
  return server;
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

function isRunning(process: ChildProcess): boolean {
  return process.exitCode === null && process.signalCode === null;
}

async function isHealthy(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health`)).ok;
  } catch {
    return false;
  }
}
