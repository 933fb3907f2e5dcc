import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../database/open-database.ts';
import { UsageBatch } from './usage-batch.ts';
import { UsageCollector } from './usage-collector.ts';

let server: TestServer & { database: string };
let project: TestProject;
let user: TestUser;
const warnings: string[] = [];
const logger = {
  info: () => undefined,
  warn: (_: object, text: string) => void warnings.push(text),
  error: () => undefined,
};

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true });
  user = await project.createUser();
});
afterAll(() => server.close());

const never = { flushAfterMillis: null, maxKeyCounts: 1_000 };

function collect(options: { flushAfterMillis: number | null; maxKeyCounts: number } = never, db = server.deps.db) {
  return new UsageCollector({ db, clock: server.clock, logger }, options);
}

async function issueKey(): Promise<string> {
  const wish = { user_id: user.id, description: 'k', expires_at_millis: null };
  return (await server.call(project.server, 'POST', '/user-api-keys', wish)).body.id;
}

const passed = (apiKeyId: string | null) => ({ projectId: project.id, apiKeyId, outcome: 'valid' as const });

async function storedChecks(apiKeyId: string): Promise<number> {
  const { rows } = await server.deps.pool.query<{ checks: number }>(
    'select coalesce(sum(checks), 0) as checks from api_key_check_counts where api_key_id = $1',
    [apiKeyId],
  );
  return rows[0]?.checks ?? -1;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 200 && !(await isSo()); time += 1) await pause(25);
}

describe('the collector', () => {
  it('writes by itself, a little after something was recorded', async () => {
    const id = await issueKey();
    const usage = collect({ flushAfterMillis: 20, maxKeyCounts: 10 });
    usage.recordCheck(passed(id));
    usage.recordCheck(passed(id));
    expect(await storedChecks(id)).toBe(0);
    await until(async () => (await storedChecks(id)) === 2);
    expect(await storedChecks(id)).toBe(2);
    await usage.close();
  });

  it('writes what it holds when it is closed', async () => {
    const id = await issueKey();
    const usage = collect({ flushAfterMillis: 60_000, maxKeyCounts: 10 });
    usage.recordCheck(passed(id));
    await usage.close();
    expect(await storedChecks(id)).toBe(1);
  });

  it('writes at once when it is full', async () => {
    const ids = [await issueKey(), await issueKey(), await issueKey()];
    const usage = collect({ flushAfterMillis: null, maxKeyCounts: 3 });
    for (const id of ids) usage.recordCheck(passed(id));
    await until(async () => (await storedChecks(ids[0] ?? '')) === 1);
    for (const id of ids) expect(await storedChecks(id)).toBe(1);
  });

  it('keeps what the database does not take, says so once, and writes it when the database is back', async () => {
    const id = await issueKey();
    const { db } = openDatabase({ host: '/nowhere', database: 'none' }, 1, () => undefined);
    const deps: ConstructorParameters<typeof UsageCollector>[0] = { db, clock: server.clock, logger };
    const usage = new UsageCollector(deps, never);
    usage.recordCheck(passed(id));
    await expect(usage.flush()).rejects.toThrow();
    usage.recordCheck(passed(id));
    await expect(usage.flush()).rejects.toThrow();
    await db.destroy();

    deps.db = server.deps.db;
    usage.recordCheck(passed(id));
    await usage.flush();
    expect(await storedChecks(id)).toBe(3);

    const away = openDatabase({ host: '/nowhere', database: 'none' }, 1, () => undefined);
    const trying = collect({ flushAfterMillis: 5, maxKeyCounts: 10 }, away.db);
    trying.recordCheck(passed(id));
    await pause(100);
    await trying.close();
    await away.close();
    expect(warnings).toHaveLength(1);
  });

  it('writes from many nodes at once without a deadlock or a lost count', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, issueKey));
    const nodes = Array.from({ length: 4 }, () => collect());
    for (const [index, node] of nodes.entries()) {
      for (const id of index % 2 === 0 ? ids : ids.toReversed()) node.recordCheck(passed(id));
    }
    await Promise.all(nodes.map((node) => node.flush()));
    for (const id of ids) expect(await storedChecks(id)).toBe(4);
  });

  it('waits for no key that is being deleted', async () => {
    const [id, doomed] = [await issueKey(), await issueKey()];
    const usage = collect();
    usage.recordCheck(passed(id));
    usage.recordCheck(passed(doomed));
    await server.deps.db.transaction().execute(async (db) => {
      await db.deleteFrom('api_keys').where('id', '=', doomed).execute();
      await usage.flush();
    });
    expect(await storedChecks(id)).toBe(1);
  });

  it('waits for no project that is being deleted', async () => {
    const [id, doomed] = [await issueKey(), await server.createProject()];
    const usage = collect();
    usage.recordCheck(passed(id));
    usage.recordCheck({ projectId: doomed.id, apiKeyId: null, outcome: 'not_found' });
    await server.deps.db.transaction().execute(async (db) => {
      await db.deleteFrom('projects').where('id', '=', doomed.id).execute();
      await usage.flush();
    });
    expect(await storedChecks(id)).toBe(1);
  });
});

describe('a batch', () => {
  const count = (projectId: string, apiKeyId: string | null) =>
    ({ projectId, apiKeyId, hour: 0, outcome: 'valid', checks: 1, lastAt: 5 }) as const;

  it('has a bound, past which checks count for their project and no key', () => {
    const batch = new UsageBatch(100);
    for (let time = 0; time < 1_000; time += 1) batch.addChecks(count('p', randomUUID()));
    expect(batch.checks).toHaveLength(101);
    expect(batch.checks.reduce((sum, { checks }) => sum + checks, 0)).toBe(1_000);
    for (let time = 0; time < 1_000; time += 1) batch.addChecks(count(randomUUID(), randomUUID()));
    expect(batch.checks).toHaveLength(200);
    for (let time = 0; time < 1_000; time += 1) batch.addRequest({ projectId: randomUUID(), key: null, lastAt: 1 });
    expect(batch.requests).toHaveLength(100);
  });

  it('takes up another without going past the bound', () => {
    const [batch, later] = [new UsageBatch(100), new UsageBatch(100)];
    for (let time = 0; time < 80; time += 1) batch.addChecks(count('p', randomUUID()));
    for (let time = 0; time < 80; time += 1) later.addChecks(count('p', randomUUID()));
    later.addChecks({ ...count('p', null), checks: 7, lastAt: 9 });
    batch.add(later);
    expect(batch.checks).toHaveLength(101);
    expect(batch.checks.find(({ apiKeyId }) => apiKeyId === null)).toMatchObject({ checks: 67, lastAt: 9 });
  });
});
