import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { cpuSeconds, residentMegabytes, startBareHandler, startLatchkey } from './servers.js';

/*
 * The check beside a bare node:http handler: same request body, same answer, interleaved rounds on the same machine. Ratios
 * of one run mean something; absolute numbers of a shared machine do not.
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '64' },
    json: { type: 'boolean', default: false },
  },
});
const [rounds, seconds, connections] = [Number(options.rounds), Number(options.seconds), Number(options.connections)];

const latchkey = await startLatchkey();
try {
  const body = JSON.stringify({ api_key: await issueKey() });
  const bare = await startBareHandler(await sampleAnswer(body));
  try {
    const measured = await measure([bare, latchkey], body);
    report(measured, residentMegabytes(latchkey.pid));
  } finally {
    await bare.stop();
  }
} finally {
  await latchkey.stop();
}

/** @typedef {{ rate: number, p50: number, p99: number, cpuMicros: number, failed: number }} Round */

/** A user and a key of his, the way an application's server makes them. */
async function issueKey() {
  const user = await post('/users', {});
  const key = await post('/user-api-keys', { user_id: user.id, description: 'bench', expires_at_millis: null });
  return key.value;
}

async function post(/** @type {string} */ route, /** @type {object} */ content) {
  const url = latchkey.url.replace('/user-api-keys/check', route);
  const response = await fetch(url, { method: 'POST', headers: latchkey.headers, body: JSON.stringify(content) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

async function sampleAnswer(/** @type {string} */ body) {
  const response = await fetch(latchkey.url, { method: 'POST', headers: latchkey.headers, body });
  const own = ['connection', 'date', 'keep-alive', 'transfer-encoding'];
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !own.includes(name)));
  return { headers, body: await response.text() };
}

/**
 * Rounds of all targets in turn, after one round each that does not count, by the target's name.
 *
 * @param {import('./servers.js').Target[]} targets
 * @param {string} body
 */
async function measure(targets, body) {
  /** @type {Map<string, Round[]>} */
  const measured = new Map(targets.map(({ name }) => [name, []]));
  for (const target of targets) await load(target, body, 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) measured.get(target.name)?.push(await load(target, body, seconds));
  }
  return measured;
}

/**
 * @param {import('./servers.js').Target} target
 * @param {string} body
 * @param {number} duration seconds
 * @returns {Promise<Round>}
 */
async function load(target, body, duration) {
  const before = cpuSeconds(target.pid);
  const { url, headers } = target;
  const result = await autocannon({ url, method: 'POST', headers, body, connections, duration });
  const cpu = cpuSeconds(target.pid) - before;
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMicros: (cpu * 1_000_000) / result.requests.total,
    failed: result.non2xx + result.errors,
  };
}

function report(/** @type {Map<string, Round[]>} */ measured, /** @type {number} */ memory) {
  const table = [...measured].map(([name, all]) => ({
    name,
    'requests/s': spread(all, 'rate'),
    'p50 ms': median(all, 'p50'),
    'p99 ms': median(all, 'p99'),
    'server CPU us/request': spread(all, 'cpuMicros'),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  }));
  const [bare = [], checked = []] = measured.values();
  const ratios = {
    'by rate': median(checked, 'rate') / median(bare, 'rate'),
    'by server CPU': median(bare, 'cpuMicros') / median(checked, 'cpuMicros'),
  };
  if (options.json) {
    console.log(JSON.stringify({ connections, rounds, seconds, table, ratios, residentMegabytes: memory }, null, 2));
    return;
  }
  console.log(
    `\nCheck of a valid key, ${connections} connections, ${rounds} interleaved rounds of ${seconds} s; median (least–most)`,
  );
  console.table(table);
  for (const [name, ratio] of Object.entries(ratios))
    console.log(`Latchkey ${name}: ${ratio.toFixed(2)} of bare node:http`);
  console.log(`Latchkey's node process after the load: ${memory.toFixed(0)} MB resident`);
  if (table.some(({ failed }) => failed > 0)) process.exitCode = 1;
}

function median(/** @type {Round[]} */ all, /** @type {keyof Round} */ field) {
  const sorted = all.map((round) => round[field]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function spread(/** @type {Round[]} */ all, /** @type {keyof Round} */ field) {
  const values = all.map((round) => round[field]);
  return `${median(all, field).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;
}
