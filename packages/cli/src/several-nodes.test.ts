import { createTestDatabase, sendRequest, type TestDatabase } from '@latchkey/test-kit';
import { describe, expect, it } from 'vitest';
import { startLatchkey, type StartedLatchkey } from './testing/start-latchkey.ts';

/** A node of an installation on a database that is not its own. */
function startNode({ url }: TestDatabase): Promise<StartedLatchkey> {
  return startLatchkey({
    environment: { DATABASE_URL: url, LATCHKEY_SECRET: 'a secret of 32 characters or more' },
  });
}

function claim({ url }: StartedLatchkey, code: string | undefined) {
  const body = { code, email: 'operator@example.com', password: 'a password that is long enough' };
  return sendRequest(`${url}/api/v1/latchkey/claim`, {}, 'POST', body);
}

describe('nodes on one database', () => {
  it.each([1, 2, 3])('start at the same moment on an empty one, and print the same claim code (%i)', async () => {
    const database = await createTestDatabase();
    const nodes = await Promise.all([startNode(database), startNode(database), startNode(database)]);
    expect(new Set(nodes.map((node) => node.claimCode)).size).toBe(1);
    for (const node of nodes) {
      expect(node.errors()).toBe('');
      expect((await fetch(`${node.url}/health`)).status).toBe(200);
    }
    const migrations = await database.runSql('select name from kysely_migration order by name');
    const names = migrations.map(({ name }) => name);
    expect(names).toContain('0001-initial');
    expect(names).toEqual([...new Set(names)]);
    expect(await database.runSql('select generation from secret_generations')).toEqual([{ generation: 1 }]);
  });

  it('see at once that the installation was claimed on another one', async () => {
    const database = await createTestDatabase();
    const [one, other] = await Promise.all([startNode(database), startNode(database)]);
    const isClaimed = async () =>
      ((await (await fetch(`${other.url}/api/v1/latchkey/installation`)).json()) as { is_claimed: boolean }).is_claimed;
    expect(await isClaimed()).toBe(false);
    expect(await claim(one, one.claimCode)).toMatchObject({ status: 200 });
    expect(await claim(other, other.claimCode)).toMatchObject({ status: 409 });
    expect(await isClaimed()).toBe(true);
    expect(await database.runSql(`select count(*)::int as operators from users where project_id = 'internal'`)).toEqual(
      [{ operators: 1 }],
    );
  });

  it('let one claim through of two at the same moment', async () => {
    const database = await createTestDatabase();
    const nodes = await Promise.all([startNode(database), startNode(database)]);
    const answers = await Promise.all([...nodes, ...nodes].map((node) => claim(node, node.claimCode)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('keep the claim code while one of them runs', async () => {
    const database = await createTestDatabase();
    const first = await startNode(database);
    const second = await startNode(database);
    expect(second.claimCode).toBe(first.claimCode);
    await first.end('SIGKILL');
    const third = await startNode(database);
    expect(third.claimCode).toBe(first.claimCode);
  });

  it('print a new claim code at each start of all, which replaces the former, until one is used', async () => {
    const database = await createTestDatabase();
    const first = await startNode(database);
    await first.end('SIGTERM');
    const second = await startNode(database);
    expect(second.claimCode).toMatch(/^[0-9a-z]{45}$/);
    expect(second.claimCode).not.toBe(first.claimCode);
    expect(await claim(second, first.claimCode)).toMatchObject({ status: 404 });
    expect(await claim(second, second.claimCode)).toMatchObject({ status: 200 });
    await second.end('SIGTERM');
    const third = await startNode(database);
    expect(third.claimCode).toBeUndefined();
    expect(third.output()).not.toMatch(/claim/i);
    expect(await claim(third, second.claimCode)).toMatchObject({ status: 409 });
  });
});
