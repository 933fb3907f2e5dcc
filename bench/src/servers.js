import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Target a running server to measure
 * @property {string} name
 * @property {string} url of the endpoint under load
 * @property {Record<string, string>} headers
 * @property {number} pid whose CPU time is counted
 * @property {() => Promise<void>} stop
 */

const command = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const clockTicksPerSecond = 100;

/** CPU time of a process so far, in seconds, its own and the kernel's for it; proc(5). */
export function cpuSeconds(/** @type {number} */ pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

/** Resident memory of a process, in MB. */
export function residentMegabytes(/** @type {number} */ pid) {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/**
 * Latchkey on its embedded PostgreSQL, with a fresh data folder.
 *
 * @returns {Promise<Target & { environment: Record<string, string> }>}
 */
export async function startLatchkey() {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'));
  // Started as root, the server runs PostgreSQL under another user id, who has to get through to the data folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [command, 'start'], {
    env: { ...environmentWithoutSettings(), PORT: String(port), LATCHKEY_DATA_DIR: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const environment = await readEnvironment(child);
  return {
    name: 'Latchkey',
    environment,
    url: `http://127.0.0.1:${port}/api/v1/user-api-keys/check`,
    headers: {
      'content-type': 'application/json',
      'x-stack-access-type': 'server',
      'x-stack-project-id': environment.STACK_PROJECT_ID ?? '',
      'x-stack-secret-server-key': environment.STACK_SECRET_SERVER_KEY ?? '',
    },
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Of this shell's environment, all but what configures a server: another database, other limits would be measured. */
function environmentWithoutSettings() {
  const isSetting = (/** @type {string} */ name) => /^(LATCHKEY_|DATABASE_URL|HOST$|PORT)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}

/** The lines `NAME=value` that the server prints for an application, until the last of them. */
async function readEnvironment(/** @type {import('node:child_process').ChildProcess} */ child) {
  /** @type {Record<string, string>} */
  const environment = {};
  if (child.stdout === null) throw new Error('the server has no standard output');
  for await (const line of createInterface(child.stdout)) {
    const [, name, value] = /^\s*(STACK_\w+)=(\S+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) environment[name] = value;
    if (name === 'STACK_SECRET_SERVER_KEY') break;
  }
  if (environment.STACK_SECRET_SERVER_KEY === undefined) throw new Error('the server did not start: is it built?');
  child.stdout.resume();
  return environment;
}

/**
 * The bare handler, sending the bytes that Latchkey sent.
 *
 * @param {{ headers: Record<string, string>, body: string }} answer
 * @returns {Promise<Target>}
 */
export async function startBareHandler(answer) {
  const port = await freePort();
  const script = fileURLToPath(new URL('bare-handler.js', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify({ port, answer })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    name: 'bare node:http',
    url: `http://127.0.0.1:${port}/`,
    headers: { 'content-type': 'application/json' },
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
