import { plansOf, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every lookup on a large table walks an index; 100,000 keys of one project are large enough for a plan to show it. */
let server: TestServer;
let project: TestProject;
let user: TestUser;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  user = await project.createUser();
  await server.deps.pool.query(
    `insert into users (project_id, id, signed_up_at, last_active_at)
     select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), now() from generate_series(1, 10000) n`,
    [project.id],
  );
  // Foreign keys are checked by plans made when the tables were small, unless they learn better.
  await server.deps.pool.query('analyze users');
  // In parts, none of which comes near the limit that statements have.
  for (let first = 1; first < 100_000; first += 10_000) {
    await server.deps.pool.query(
      `insert into api_keys (project_id, id, user_id, description, is_public, hash, secret_generation, last_four, created_at, expires_at)
     select $1, gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad((1 + n % 10000)::text, 12, '0'))::uuid, 'key ' || md5(n::text), false,
       sha256(n::text::bytea), 1, substr(md5(n::text), 1, 4), now() - n * interval '1 second', now() + n * interval '1 second'
     from generate_series($2::int, $2::int + 9999) n`,
      [project.id, first],
    );
  }
  await server.deps.pool.query('analyze api_keys');
  await server.deps.pool.query(
    `insert into api_key_uses (project_id, api_key_id, idle_since)
     select project_id, id, created_at from api_keys where project_id = $1`,
    [project.id],
  );
  await server.deps.pool.query('analyze');
});
afterAll(() => server.close());

describe('with 100,000 keys', () => {
  it.each([
    ['the check', 'POST', '/user-api-keys/check', 'api_keys_hash_key'],
    ['the list of an owner', 'GET', '/user-api-keys?user_id=me', 'api_keys_of_user'],
    ['the list of the project', 'GET', '/latchkey/api-keys?limit=20', 'api_keys_by_creation'],
    ['the list by expiry', 'GET', '/latchkey/api-keys?order_by=expires_at&limit=20', 'api_keys_by_expiry'],
    ['the list by last use', 'GET', '/latchkey/api-keys?order_by=last_used_at&limit=20', 'api_key_uses_by_idleness'],
    ['the revoked ones', 'GET', '/latchkey/api-keys?status=revoked&limit=20', 'api_keys_revoked'],
    ['the leaked ones', 'GET', '/latchkey/api-keys?only=reported_as_leaked&limit=20', 'api_keys_leaked'],
    ['the unused ones', 'GET', '/latchkey/api-keys?unused_since=1&limit=20', 'api_key_uses_by_idleness'],
    ['the list of one kind', 'GET', '/latchkey/api-keys?kind=team&limit=20', 'api_keys_of_team'],
    ['the search by the last four', 'GET', '/latchkey/api-keys?query=c4ca&limit=20', 'api_keys_by_last_four'],
    [
      'the search by the beginning of the description',
      'GET',
      '/latchkey/api-keys?query=key%20abcdef',
      'api_keys_by_description',
    ],
  ])('%s uses its index and no scan', async (_title, method, path, index) => {
    const { value } = (
      await server.call(user.client, 'POST', '/user-api-keys', {
        description: 'x',
        expires_at_millis: null,
        user_id: 'me',
      })
    ).body;
    const body = method === 'POST' ? { api_key: value } : undefined;
    const caller = path.includes('=me') ? user.client : project.server;
    const request = () => server.call(caller, method, path, body);
    const plans = await plansOf(server, '(api_keys|api_key_uses)', request);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (api_keys|api_key_uses)/);
    expect(plans.join('\n')).toContain(index);
  });
});
