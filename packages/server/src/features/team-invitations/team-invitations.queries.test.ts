import { plansOf, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* 100,000 open invitations of one project: large enough for a plan to show whether it walks an index. */
let server: TestServer;
let project: TestProject;
let user: TestUser;
let team: { id: string };
let invitationId: string;

const unknownCode = '0'.repeat(45);

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  user = await project.createUser({ primary_email: 'user1@example.com', primary_email_verified: true });
  team = await project.createTeam(user);
  const { pool, clock } = server.deps;
  await pool.query(
    `insert into teams (project_id, id, display_name, created_at)
       select $1, ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'team ' || n, $2 from generate_series(1, 1000) n`,
    [project.id, clock.now()],
  );
  await pool.query('analyze');
  await pool.query(
    `insert into verification_codes (project_id, id, kind, hash, secret_generation, team_id, email, created_at, expires_at)
       select $1, gen_random_uuid(), 'team_invitation', sha256(n::text::bytea), 1,
         ('00000000-0000-4000-9000-' || lpad((1 + n % 1000)::text, 12, '0'))::uuid, 'user' || n || '@example.com', $2::timestamptz, $2::timestamptz + interval '7 days'
       from generate_series(1, 100000) n`,
    [project.id, clock.now()],
  );
  await pool.query('analyze');
  const received = await server.call(user.client, 'GET', '/team-invitations?user_id=me');
  invitationId = received.body.items[0].id;
});
afterAll(() => server.close());

describe('with 100,000 invitations', () => {
  it.each([
    ['listing those of a team', 'GET', () => `/team-invitations?team_id=${team.id}`, undefined],
    ['listing those to a user', 'GET', () => '/team-invitations?user_id=me', undefined],
    ['looking at a code', 'POST', () => '/team-invitations/accept/check-code', { code: unknownCode }],
    ['accepting a code', 'POST', () => '/team-invitations/accept', { code: unknownCode }],
    ['accepting by id', 'POST', () => `/team-invitations/${invitationId}/accept?user_id=me`, undefined],
    ['revoking', 'DELETE', () => `/team-invitations/${invitationId}?team_id=${team.id}`, undefined],
    [
      'inviting again',
      'POST',
      () => '/team-invitations/send-code',
      () => ({ email: 'new@example.com', team_id: team.id, callback_url: 'http://localhost:3000' }),
    ],
  ])('%s is an index look-up', async (_title, method, path, body) => {
    const given = typeof body === 'function' ? body() : body;
    const plans = await plansOf(server, 'verification_codes', () => server.call(user.client, method, path(), given));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan).not.toContain('Seq Scan on verification_codes');
  });
});
