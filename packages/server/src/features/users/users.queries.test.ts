import { plansOf, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Every lookup on a large table walks an index; 100,000 users of one project are enough for a plan to show it. */
let server: TestServer;
let project: TestProject;
let alice: TestUser;

const someUser = '00000000-0000-4000-8000-000000050000';

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  alice = await project.createUser({ primary_email: 'alice@example.com', primary_email_auth_enabled: true });
  const { pool } = server.deps;
  const numbered = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  await pool.query(
    `insert into users (project_id, id, display_name, signed_up_at, last_active_at, is_anonymous)
     select $1, ${numbered}, 'User ' || md5(n::text), now() - n * interval '1 second', now() - n * interval '1 minute', n % 10 = 0
     from generate_series(1, 100000) n`,
    [project.id],
  );
  await pool.query(
    `insert into contact_channels (project_id, id, user_id, type, value, is_primary, used_for_auth, created_at)
     select $1, ${numbered}, ${numbered}, 'email', md5(n::text) || '@example.com', true, true, now()
     from generate_series(1, 100000) n`,
    [project.id],
  );
  await pool.query(
    `insert into teams (project_id, id, display_name, created_at)
     select $1, ${numbered}, 'Team', now() from generate_series(1, 1000) n`,
    [project.id],
  );
  await pool.query(
    `insert into team_members (project_id, team_id, user_id, created_at)
     select $1, ('00000000-0000-4000-8000-' || lpad((1 + n % 1000)::text, 12, '0'))::uuid, ${numbered}, now()
     from generate_series(1, 100000) n`,
    [project.id],
  );
  await pool.query('analyze');
});
afterAll(() => server.close());

const team = '00000000-0000-4000-8000-000000000001';

describe('with 100,000 users', () => {
  it.each([
    ['a user', `/users/${someUser}`, 'users_pkey'],
    ['the list by sign-up', '/users?limit=20', 'users_by_sign_up'],
    ['the list by sign-up, newest first', '/users?limit=20&desc=true', 'users_by_sign_up'],
    ['the list by activity', '/users?limit=20&order_by=last_active_at&desc=true', 'users_by_activity'],
    ['a page in the middle', `/users?limit=20&cursor=${someUser}`, 'users_by_sign_up'],
    ['the search by name', '/users?limit=20&query=user%20abc', 'users_by_name'],
    ['the search by address', '/users?limit=20&query=abc', 'contact_channels_by_value'],
    ['the search by id', `/users?limit=20&query=${someUser}`, 'users_pkey'],
    ['the members of a team', `/users?limit=20&team_id=${team}`, 'team_members'],
  ])('reading %s walks an index and scans nothing', async (_title, path, index) => {
    const plans = await plansOf(server, 'users', () => server.call(project.server, 'GET', path));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (users|contact_channels|team_members|teams)/);
    expect(plans.join('\n')).toContain(index);
  });

  it.each([
    ['the channels of a user', () => server.call(alice.client, 'GET', '/contact-channels?user_id=me')],
    [
      'a sign-in',
      () =>
        server.call(project.client, 'POST', '/auth/password/sign-in', { email: 'alice@example.com', password: 'x' }),
    ],
    [
      'a change of the primary address',
      () => server.call(alice.client, 'PATCH', '/users/me', { primary_email: 'b@example.com' }),
    ],
  ])('%s walks an index and scans nothing', async (_title, call) => {
    const plans = await plansOf(server, 'contact_channels', call);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (users|contact_channels)/);
  });
});
