import { plansOf, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every look-up on large tables walks an index: 20,000 users. */
let server: TestServer;
let project: TestProject;

const email = 'alice@example.com';
const password = 'correct horse battery';

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
  const userId = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  const { pool } = server.deps;
  await pool.query(
    `insert into users (project_id, id, signed_up_at, last_active_at)
     select $1, ${userId}, now(), now() from generate_series(1, 20000) n`,
    [project.id],
  );
  await pool.query(
    `insert into contact_channels (project_id, id, user_id, type, value, is_primary, used_for_auth, created_at)
     select $1, gen_random_uuid(), ${userId}, 'email', n || '@example.com', true, true, now() from generate_series(1, 20000) n`,
    [project.id],
  );
  await pool.query('analyze');
});
afterAll(() => server.close());

describe('with 20,000 users', () => {
  it.each([
    ['a sign-in', '/auth/password/sign-in', { email, password }],
    ['a request for a reset', '/auth/password/send-reset-code', { email, callback_url: 'http://localhost:3000/' }],
  ])('%s uses its indexes and no scan', async (_title, path, body) => {
    const request = async () => expect((await server.call(project.client, 'POST', path, body)).status).toBe(200);
    const plans = await plansOf(server, 'contact_channels', request);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (users|contact_channels)/);
    expect(plans.join('\n')).toContain('Index Scan using contact_channels_');
  });
});
