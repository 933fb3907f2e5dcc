import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteExpiredRows } from './maintenance.queries.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
});
afterAll(() => server.close());

it('takes out what is past its time, in steps, and nothing else', async () => {
  const project = await server.createProject({ allow_user_api_keys: true });
  const user = await project.createUser();
  const { pool, db } = server.deps;
  const now = server.clock.now();
  const expiries = `select n, $2::timestamptz + (n - 10001) * interval '1 second' as expires_at from generate_series(1, 20000) n`;
  await pool.query(
    `insert into mails (project_id, id, recipient, subject, sealed_content, secret_generation, status, created_at, expires_at)
     select $1, gen_random_uuid(), 'x', 'x', '', 1, 'kept', now(), expires_at from (${expiries}) e`,
    [project.id, now],
  );
  await pool.query(
    `insert into throttles (key, points, expire) select 'k' || n, 1, $1::bigint + n from generate_series(-3, 3) n`,
    [now.getTime()],
  );
  for (const [table, key] of [
    ['check_counts', ''],
    ['api_key_check_counts', 'gen_random_uuid(),'],
  ]) {
    await pool.query(
      `insert into ${table} select $1, ${key} $2::timestamptz - n * interval '1 day', 'valid', 1 from generate_series(30, 50) n`,
      [project.id, now],
    );
  }

  await deleteExpiredRows(db, now);

  const count = async (table: string, where: string) =>
    (await pool.query<{ count: number }>(`select count(*) from ${table} where ${where}`)).rows[0]?.count;
  expect(await count('mails', 'true')).toBe(9_999);
  expect(await count('throttles', `key like 'k%'`)).toBe(3);
  expect(await count('check_counts', 'true')).toBe(11);
  expect(await count('api_key_check_counts', 'true')).toBe(11);
  expect(await count('sessions', `user_id = '${user.id}'`)).toBe(1);
});
