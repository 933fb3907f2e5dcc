import {
  plansOf,
  startTestServer,
  type TestAnswer,
  type TestProject,
  type TestServer,
  type TestUser,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every look-up on large tables walks an index: 10,000 users with five sessions each. */
let server: TestServer;
let project: TestProject;
let alice: TestUser;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  alice = await project.createUser({ primary_email: 'alice@example.com' });
  const userId = `('00000000-0000-4000-8000-' || lpad((1 + n % 10000)::text, 12, '0'))::uuid`;
  const { pool } = server.deps;
  await pool.query(
    `insert into users (project_id, id, signed_up_at, last_active_at)
     select $1, ${userId}, now(), now() from generate_series(1, 10000) n`,
    [project.id],
  );
  await pool.query(
    `insert into contact_channels (project_id, id, user_id, type, value, is_primary, created_at)
     select $1, gen_random_uuid(), ${userId}, 'email', n || '@example.com', true, now() from generate_series(1, 10000) n`,
    [project.id],
  );
  await pool.query(
    `insert into sessions (project_id, id, user_id, hash, secret_generation, created_at, expires_at, last_used_at)
     select $1, gen_random_uuid(), ${userId}, sha256(n::text::bytea), 1, now(), now() + interval '1 year', now()
     from generate_series(1, 50000) n`,
    [project.id],
  );
  await pool.query('analyze');
});
afterAll(() => server.close());

describe('with 50,000 sessions', () => {
  it.each<[string, () => Promise<TestAnswer>, string[]]>([
    [
      'the read of an access token',
      () => server.call(alice.client, 'GET', '/users/me'),
      ['sessions_pkey', 'users_pkey', 'contact_channels_one_primary'],
    ],
    [
      'a refresh',
      () => {
        server.clock.advance({ minutes: 2 });
        const headers = { ...project.client, 'x-stack-refresh-token': alice.refreshToken };
        return server.call(headers, 'POST', '/auth/sessions/current/refresh');
      },
      ['sessions_hash_key', 'sessions_pkey'],
    ],
    [
      'the list of a user',
      () => server.call(project.server, 'GET', `/auth/sessions?user_id=${alice.id}&limit=2`),
      ['sessions_of_user'],
    ],
    ['a sign-out', () => server.call(alice.client, 'DELETE', '/auth/sessions/current'), ['sessions_pkey']],
  ])('%s uses its indexes and no scan', async (_title, request, indexes) => {
    const plans = await plansOf(server, 'sessions', async () => expect((await request()).status).toBe(200));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (sessions|users|contact_channels)/);
    for (const index of indexes) expect(plans.join('\n')).toContain(index);
  });

  it('many access tokens of one moment are read by their indexes as well', async () => {
    const users = await Promise.all(Array.from({ length: 20 }, () => project.createUser()));
    const requests = () => Promise.all(users.map((user) => server.call(user.client, 'GET', '/users/me')));
    for (const plan of await plansOf(server, 'sessions', requests)) {
      expect(plan).not.toMatch(/Seq Scan on (sessions|users|contact_channels)/);
    }
  });
});
