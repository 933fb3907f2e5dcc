import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres, startServer } from '@latchkey/server';
import pg from 'pg';
import { listCases } from './list-cases.js';
import { seed } from './seed.js';

/*
 * Every list and search of a large project over HTTP, beside the goal for one answer. The server runs on a PostgreSQL of its
 * own with the settings it comes with; both are gone afterwards, unless it is to stay for a browser to look at.
 */
const { values: options } = parseArgs({
  options: {
    users: { type: 'string', default: '100000' },
    teams: { type: 'string', default: '10000' },
    keys: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    port: { type: 'string', default: '18102' },
    stay: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const goalMillis = 100;
const origin = `http://localhost:${options.port}`;
const keys = { server: 'bench-server-key-that-is-long-enough', admin: 'bench-admin-key-that-is-long-enough' };

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-lists-'));
// Started as root, PostgreSQL runs under another user id, who has to get through to the data folder.
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataDirectory: path.join(folder, 'data') });
const { host, port, user, password, database } = postgres.connection;
const server = await startServer({
  PORT: options.port,
  DATABASE_URL: `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
  LATCHKEY_SECRET: 'a secret of the bench that is long enough',
  LATCHKEY_INTERNAL_SECRET_SERVER_KEY: keys.server,
  LATCHKEY_INTERNAL_SUPER_SECRET_ADMIN_KEY: keys.admin,
});
const connection = new pg.Client(postgres.connection);
await connection.connect();
try {
  const size = { users: Number(options.users), teams: Number(options.teams), keys: Number(options.keys) };
  await connection.query(
    `update projects set environment_overrides = environment_overrides || $1 where id = 'internal'`,
    [{ 'apiKeys.enabled.user': true, 'apiKeys.enabled.team': true }],
  );
  await seed(connection, 'internal', size, (what) => console.error(`seeding ${what}`));
  report(await measure(await listCases(connection, 'internal')));
  if (options.stay) await stay();
} finally {
  await connection.end();
  await server.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {{ name: string, path: string }[]} cases */
async function measure(cases) {
  const table = [];
  for (const { name, path: listPath } of cases) {
    const pages = await readPages(listPath);
    const sorted = pages.map(({ millis }) => millis).sort((one, other) => one - other);
    const max = sorted.at(-1) ?? 0;
    const rows = pages[0]?.rows ?? 0;
    const p50 = sorted[Math.floor(sorted.length / 2)] ?? 0;
    table.push({ name, rows, 'p50 ms': round(p50), 'max ms': round(max), goal: goalMillis, met: max <= goalMillis });
  }
  return table;
}

/** The first page several times, then the pages after it, once each. */
async function readPages(/** @type {string} */ listPath) {
  await ask(listPath);
  const pages = [];
  for (let round = 0; round < Number(options.rounds); round += 1) pages.push(await ask(listPath));
  let next = pages[0]?.next;
  for (let page = 0; page < 5 && next; page += 1) {
    const answer = await ask(`${listPath}&cursor=${encodeURIComponent(next)}`);
    pages.push(answer);
    next = answer.next;
  }
  return pages;
}

async function ask(/** @type {string} */ listPath) {
  const started = performance.now();
  const response = await fetch(`${origin}/api/v1${listPath}`, {
    headers: {
      'x-stack-access-type': 'server',
      'x-stack-project-id': 'internal',
      'x-stack-secret-server-key': keys.server,
    },
  });
  const text = await response.text();
  const millis = performance.now() - started;
  if (!response.ok) throw new Error(`${listPath}: ${text}`);
  const { items, pagination } = JSON.parse(text);
  return { millis, rows: items.length, next: pagination?.next_cursor };
}

function report(/** @type {object[]} */ table) {
  if (options.json) console.log(JSON.stringify({ goalMillis, table }, null, 2));
  else console.table(table);
}

function round(/** @type {number} */ millis) {
  return Math.round(millis * 10) / 10;
}

async function stay() {
  console.log(`${origin} stays until Ctrl-C. ${JSON.stringify(server.installation)}`);
  await new Promise((resolve) => process.once('SIGINT', resolve));
}
