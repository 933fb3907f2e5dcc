import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { StackServerApp as OfficialServerApp } from '@stackframe/js';
import { StackServerApp } from '../../packages/js/dist/index.js';
import { startLatchkey } from './servers.js';
import { createUnknownKey } from './unknown-key.js';

/*
 * What it costs an application to have its SDK check keys: memory after many unknown ones, and the rate of one key in
 * sequence, beside the official SDK and a bare `fetch` of the same route. All three ask the same server.
 */
const { values: options } = parseArgs({
  options: {
    unknown: { type: 'string', default: '10000' },
    calls: { type: 'string', default: '1000' },
    // The official SDK takes about 300 ms a call: 1,000 would take five minutes.
    'official-calls': { type: 'string', default: '100' },
  },
});
const maxGrowthInMegabytes = 1;
const atOnce = 50;

const latchkey = await startLatchkey();
try {
  const origin = new URL(latchkey.url).origin;
  const project = {
    projectId: latchkey.environment.STACK_PROJECT_ID ?? '',
    secretServerKey: latchkey.environment.STACK_SECRET_SERVER_KEY ?? '',
    publishableClientKey: latchkey.environment.STACK_PUBLISHABLE_CLIENT_KEY ?? 'pck_none',
    baseUrl: origin,
  };
  const app = new StackServerApp({ ...project, tokenStore: null });
  const official = new OfficialServerApp({ ...project, tokenStore: null });
  const checkBare = async (/** @type {string} */ apiKey) => {
    const body = JSON.stringify({ api_key: apiKey });
    const response = await fetch(`${origin}/api/v1/latchkey/api-keys/check`, {
      method: 'POST',
      headers: latchkey.headers,
      body,
    });
    await response.json();
  };

  const grownBy = await reportMemory('@latchkey/js', (apiKey) => app.getUser({ apiKey }));
  await reportMemory('@stackframe/js', (apiKey) => official.getUser({ apiKey }));
  if (grownBy > maxGrowthInMegabytes) {
    console.log(`@latchkey/js grew by more than ${maxGrowthInMegabytes} MB`);
    process.exitCode = 1;
  }

  const user = await app.createUser();
  const { value } = await user.createApiKey({ description: 'bench', expiresAt: null });
  const calls = Number(options.calls);
  console.log('\nOne valid key, again and again');
  console.table([
    { by: 'a bare fetch', ...(await measureRate(calls, () => checkBare(value))) },
    { by: '@latchkey/js', ...(await measureRate(calls, () => app.getUser({ apiKey: value }))) },
    {
      by: '@stackframe/js 2.8.108',
      ...(await measureRate(Number(options['official-calls']), () => official.getUser({ apiKey: value }))),
    },
  ]);
} finally {
  await latchkey.stop();
}

/**
 * The memory of this process before and after many keys that nobody has, each checked once.
 *
 * @param {string} name
 * @param {(apiKey: string) => Promise<unknown>} check
 * @returns megabytes that are in use afterwards and were not before
 */
async function reportMemory(name, check) {
  const total = Number(options.unknown);
  const part = Math.ceil(total / 4);
  // What is made at the first calls and kept, such as connections and compiled code, is no growth.
  await checkUnknown(part, check);
  const rows = [await readHeap(0)];
  for (let keys = part; keys <= total; keys += part) {
    await checkUnknown(part, check);
    rows.push(await readHeap(keys));
  }
  console.log(`\n${name}: getUser({ apiKey }) with ${total} distinct unknown keys, ${atOnce} at once`);
  console.table(rows);
  return (rows.at(-1)?.['heap MB, after gc'] ?? 0) - (rows[0]?.['heap MB, after gc'] ?? 0);
}

async function checkUnknown(/** @type {number} */ count, /** @type {(apiKey: string) => Promise<unknown>} */ check) {
  let left = count;
  const checkNext = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await check(createUnknownKey());
      if (answer !== null) throw new Error('an unknown key was accepted');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, checkNext));
}

async function readHeap(/** @type {number} */ keys) {
  const before = heapMegabytes();
  if (globalThis.gc === undefined) throw new Error('run this with node --expose-gc');
  globalThis.gc();
  // What finalizers let go of is collected the next time.
  await setTimeout(100);
  globalThis.gc();
  return { keys, 'heap MB, before gc': before, 'heap MB, after gc': heapMegabytes() };
}

function heapMegabytes() {
  return Number((process.memoryUsage().heapUsed / 1_000_000).toFixed(2));
}

async function measureRate(/** @type {number} */ calls, /** @type {() => Promise<unknown>} */ check) {
  for (let call = 0; call < 20; call += 1) await check();
  const times = [];
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const before = performance.now();
    await check();
    times.push(performance.now() - before);
  }
  const seconds = (performance.now() - start) / 1000;
  times.sort((one, other) => one - other);
  return {
    calls,
    'calls/s': Math.round(calls / seconds),
    'p50 ms': Number((times[Math.floor(calls / 2)] ?? 0).toFixed(1)),
    'p99 ms': Number((times[Math.floor(calls * 0.99)] ?? 0).toFixed(1)),
  };
}
