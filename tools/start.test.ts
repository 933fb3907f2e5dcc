import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '..');
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

it('npm start drains when npm is told to stop', async () => {
  const { npm, exit, isPostgresRunning } = await npmStart();
  expect(isPostgresRunning()).toBe(true);
  npm.kill('SIGTERM');
  expect(await exit).toEqual({ code: 0, signal: null });
  expect(isPostgresRunning()).toBe(false);
});

it('npm start drains on Ctrl-C, which reaches the server from the terminal and again from npm', async () => {
  const { npm, exit, isPostgresRunning } = await npmStart();
  expect(isPostgresRunning()).toBe(true);
  process.kill(-Number(npm.pid), 'SIGINT');
  expect(await exit).toEqual({ code: 0, signal: null });
  expect(isPostgresRunning()).toBe(false);
});

/** `npm start` in a process group of its own, as under a terminal, once it is healthy. */
async function npmStart() {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'latchkey-start-'));
  chmodSync(dataFolder, 0o755);
  const port = await freePort();
  const npm = spawn('npm', ['start'], {
    cwd: repository,
    env: { ...process.env, PORT: String(port), LATCHKEY_DATA_DIR: dataFolder },
    detached: true,
    stdio: 'inherit',
  });
  const exit = once(npm, 'exit').then(([code, signal]: unknown[]) => ({ code, signal }));
  cleanUps.push(async () => {
    npm.kill('SIGTERM');
    await exit;
    rmSync(dataFolder, { recursive: true });
  });
  await Promise.race([untilHealthy(`http://localhost:${port}/health`), exit]);
  const isPostgresRunning = () =>
    readdirSync(dataFolder, { encoding: 'utf8', recursive: true }).some((file) => file.endsWith('postmaster.pid'));
  return { npm, exit, isPostgresRunning };
}

async function untilHealthy(url: string): Promise<void> {
  const isHealthy = () =>
    fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isHealthy())) await pause(50);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
