import { inject } from 'vitest';
import {
  createApp,
  createMailer,
  createSecrets,
  createThrottles,
  defaultUsageCollectorOptions,
  type Deps,
  ensureInternalProject,
  noThrottles,
  openDatabase,
  openMail,
  registerSecretGenerations,
  systemRandom,
  UsageCollector,
} from '@latchkey/server';
import pg from 'pg';
import { sendRequest, type TestAnswer, type TestCaller } from './send-request.ts';
import { TestClock } from './test-clock.ts';
import { createTestProject, openTestProject, type TestProject, type TestProjectSettings } from './test-project.ts';
import { testSecret } from './test-secret.ts';
import { templateDatabase } from './vitest-global-setup.ts';

export interface TestServer {
  url: string;
  deps: Deps;
  clock: TestClock;
  call(caller: TestCaller, method: string, path: string, body?: unknown): Promise<TestAnswer>;
  createProject(settings?: TestProjectSettings): Promise<TestProject>;
  /** The project `internal`, with keys that only tests have. */
  openInternalProject(): Promise<TestProject>;
  /** The mails of all projects, oldest first. */
  mails(): Promise<{ to: string; subject: string; text: string; html: string }[]>;
  /** Writes what was counted, which only this and the end do here. */
  flushUsage(): Promise<void>;
  /** All rows of the tables, to show that a refusal changed nothing. */
  snapshot(tables: string[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Off by default, so that tests need not count their requests. */
  rateLimits?: boolean;
  operatorSignUpOpen?: boolean;
  /** Where mail would go; what is sent in the background is kept all the same. */
  smtp?: Deps['smtp'];
  /** Newest first. */
  secrets?: string[];
  /** Where a dashboard was built to; none by default. */
  dashboardDirectory?: string;
  /** Of another test server, to be a second node of it. */
  database?: string;
}

/** A server with a database of its own, listening on loopback; every answer is held against its schema. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer & { database: string }> {
  const database = options.database ?? (await copyTemplate());
  const { db, pool, close } = openDatabase({ ...inject('cluster'), database }, 10, () => undefined);
  const clock = new TestClock();
  const random = systemRandom;
  const secrets = createSecrets(await registerSecretGenerations(db, clock, options.secrets ?? [testSecret]), random);
  const logger = { info: ignore, warn: ignore, error: (fields: object, text: string) => console.error(text, fields) };
  const usage = new UsageCollector({ db, clock, logger }, { ...defaultUsageCollectorOptions, flushAfterMillis: null });
  const deps: Deps = {
    db,
    pool,
    clock,
    random,
    secrets,
    usage,
    throttles: options.rateLimits === true ? createThrottles(pool, secrets) : noThrottles,
    mailer: createMailer({ clock, random, secrets, jobs: null }),
    smtp: options.smtp ?? null,
    logger,
    publicUrl: 'http://localhost:8102',
    operatorSignUpOpen: options.operatorSignUpOpen ?? false,
  };
  await ensureInternalProject(deps);
  const dashboardDirectory = options.dashboardDirectory ?? '/nowhere';
  const app = createApp(deps, { trustedProxies: [], verifyAnswers: true, dashboardDirectory });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const server: TestServer & { database: string } = {
    url,
    deps,
    clock,
    database,
    call: (caller, method, path, body) => sendRequest(`${url}/api/v1${path}`, caller, method, body),
    createProject: (settings) => createTestProject(server, settings),
    openInternalProject: () => openTestProject(server, 'internal'),
    async mails() {
      const rows = await db.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id').execute();
      return rows.map((row) => ({ to: row.recipient, subject: row.subject, ...openMail(secrets, row) }));
    },
    flushUsage: () => usage.flush(),
    async snapshot(tables) {
      const parts = await Promise.all(
        tables.map(async (table) => [table, (await pool.query(`select * from ${table} t order by t::text`)).rows]),
      );
      return Object.fromEntries(parts) as unknown;
    },
    async close() {
      await app.close();
      await usage.close();
      await close();
    },
  };
  return server;
}

function ignore(): void {
  // Tests look at answers, not at logs.
}

let databases = 0;

async function copyTemplate(): Promise<string> {
  const name = `test_${process.pid}_${(databases += 1)}`;
  const admin = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name} template ${templateDatabase}`);
  await admin.end();
  return name;
}
