import { createTestOperator, plansOf, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
});
afterAll(() => server.close());

const hourMillis = 60 * 60 * 1_000;
const dayMillis = 24 * hourMillis;
const counted = (count: number) => ({ count, is_at_least: false });

async function overviewOf({ server: caller }: TestProject, query = '') {
  const { status, body } = await server.call(caller, 'GET', `/latchkey/overview${query}`);
  expect(status).toBe(200);
  return body;
}

describe('the overview', () => {
  it('of an empty project counts nothing, in 30 days back and 30 ahead', async () => {
    const empty = await server.createProject();
    const { body } = await server.call(empty.server, 'GET', '/latchkey/overview');
    const none = { count: 0, is_at_least: false };
    expect(body).toMatchObject({ last_request_at_millis: null, users: none, teams: none, api_keys: { valid: none } });
    expect([body.past_days.length, body.coming_days.length]).toEqual([30, 30]);
    const today = Math.floor(server.clock.now().getTime() / dayMillis) * dayMillis;
    expect([body.past_days.at(-1).at_millis, body.coming_days[0].at_millis]).toEqual([today, today]);
  });

  it('counts keys by what deserves a look, and tells when which were made and will expire', async () => {
    const other = await server.createProject({ allow_user_api_keys: true });
    const stranger = await other.createUser();
    const [alice, bob] = [await project.createUser(), await project.createUser()];
    await project.createTeam(alice);
    const start = server.clock.now().getTime();
    const create = async (caller: TestProject, user_id: string, expires_at_millis: number | null) => {
      const wish = { description: 'k', user_id, expires_at_millis };
      return (await server.call(caller.server, 'POST', '/user-api-keys', wish)).body;
    };
    await create(other, stranger.id, null);
    const used = await create(project, alice.id, null);
    await create(project, alice.id, null);
    const leaked = await create(project, alice.id, null);
    await create(project, alice.id, start + 92 * dayMillis);
    await create(project, alice.id, start + 120 * dayMillis);
    await create(project, alice.id, start + dayMillis);
    await create(project, bob.id, start + 200 * dayMillis);
    await server.call({}, 'POST', '/integrations/credential-scanning/revoke', { api_key: leaked.value });
    await server.call(project.server, 'PATCH', `/users/${bob.id}`, { restricted_by_admin: true });

    server.clock.advance({ days: 91 });
    const carol = await project.createUser();
    await create(project, carol.id, null);
    await server.call(project.server, 'POST', '/user-api-keys/check', { api_key: used.value });
    await server.flushUsage();
    const overview = await overviewOf(project);
    expect(overview).toMatchObject({ users: counted(3), teams: counted(1) });
    expect(overview.last_request_at_millis).toBe(server.clock.now().getTime());
    expect(overview.api_keys).toEqual({
      valid: counted(6),
      expiring_in_7_days: counted(1),
      unused_for_90_days: counted(4),
      never_expiring: counted(3),
      owner_restricted: counted(1),
      reported_as_leaked: counted(1),
    });
    expect(overview.past_days.at(-1)).toMatchObject({ users_signed_up: 1, api_keys_created: 1 });
    expect(overview.past_days[0]).toMatchObject({ users_signed_up: 0, api_keys_created: 0 });
    const expiring = overview.coming_days.map((day: { api_keys_expiring: number }) => day.api_keys_expiring);
    expect([expiring[0] + expiring[1], expiring[29] + expiring[28]]).toEqual([1, 1]);
    expect((await overviewOf(other)).api_keys).toMatchObject({ valid: counted(1), never_expiring: counted(1) });
  });

  it('begins its days where the reader lives', async () => {
    const { past_days } = await overviewOf(project, '?utc_offset_minutes=330');
    expect((past_days[0].at_millis + 330 * 60_000) % dayMillis).toBe(0);
    const now = server.clock.now().getTime();
    expect(past_days[29].at_millis).toBeLessThanOrEqual(now);
    expect(past_days[29].at_millis).toBeGreaterThan(now - dayMillis);
    const { code } = await server.call(project.server, 'GET', '/latchkey/overview?utc_offset_minutes=900');
    expect(code).toBe('SCHEMA_ERROR');
  });

  it('takes no request of a person in the dashboard for one of the application', async () => {
    const operator = await createTestOperator(server, await server.openInternalProject(), 'Ada');
    const own = await server.createProject();
    await server.deps.db
      .updateTable('projects')
      .set({ owner_team_id: operator.teamId })
      .where('id', '=', own.id)
      .execute();
    const asPerson = operator.adminOf(own.id);
    expect((await server.call(asPerson, 'GET', '/latchkey/overview')).status).toBe(200);
    await server.flushUsage();
    const seen = async () => (await server.call(asPerson, 'GET', '/latchkey/overview')).body.last_request_at_millis;
    expect(await seen()).toBeNull();
    await server.call(own.client, 'GET', '/projects/current');
    await server.flushUsage();
    expect(await seen()).toBe(server.clock.now().getTime());
  });
});

describe('with 110,000 keys', () => {
  it('counts no further than 100,000 of each, by index', async () => {
    const large = await server.createProject();
    const { pool } = server.deps;
    const now = server.clock.now();
    await pool.query(
      `insert into users (project_id, id, signed_up_at, last_active_at) select $1, gen_random_uuid(), $2, $2 from generate_series(1, 1000)`,
      [large.id, now],
    );
    await pool.query('analyze users');
    for (let last = 10; last <= 110; last += 10) {
      await pool.query(
        `insert into api_keys (project_id, id, user_id, description, is_public, hash, secret_generation, last_four, created_at)
         select $1, gen_random_uuid(), u.id, 'k', false, sha256((u.id || n::text)::bytea), 1, 'abcd', $2::timestamptz - n * interval '1 day'
         from users u, generate_series($3::int - 9, $3) n where u.project_id = $1`,
        [large.id, now, last],
      );
      await pool.query('analyze api_keys');
    }
    await pool.query(
      `insert into api_key_uses (project_id, api_key_id, idle_since) select project_id, id, created_at from api_keys where project_id = $1`,
      [large.id],
    );
    await pool.query('vacuum analyze');

    const plans = await plansOf(server, '(api_keys|users)', () => overviewOf(large));
    expect(plans.length).toBeGreaterThanOrEqual(5);
    expect(plans.join()).toContain('api_keys_unrevoked');
    const { users, api_keys, past_days } = await overviewOf(large);
    expect(users).toEqual(counted(1_000));
    expect(api_keys).toMatchObject({
      valid: { count: 100_000, is_at_least: true },
      never_expiring: { count: 100_000, is_at_least: true },
      unused_for_90_days: counted(21_000),
      expiring_in_7_days: counted(0),
    });
    expect(past_days[10].api_keys_created).toBe(1_000);
  });
});
