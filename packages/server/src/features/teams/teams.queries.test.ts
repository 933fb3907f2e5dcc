import { plansOf, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* 100,000 teams of one project, one user a member of a few: large enough for a plan to show whether it walks an index. */
let server: TestServer;
let project: TestProject;
let user: TestUser;
let team: { id: string };

const made = 100_000;

/** SQL for an id made of the number n and a digit that keeps the kinds apart. */
const numberedId = (kind: number) => `('00000000-0000-4000-${kind}000-' || lpad(n::text, 12, '0'))::uuid`;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  user = await project.createUser();
  const { pool, clock } = server.deps;
  const fill = async (statement: string, ...more: unknown[]) => {
    await pool.query(statement, [project.id, clock.now(), ...more]);
    // Foreign keys are checked by plans made when the tables were small, unless they learn better.
    await pool.query('analyze teams, users, team_members');
  };
  await fill(
    `insert into teams (project_id, id, display_name, created_at)
       select $1, ${numberedId(9)}, 'team ' || n, date_trunc('second', $2::timestamptz) - n * interval '1 second'
       from generate_series(1, ${made}) n`,
  );
  await fill(
    `insert into users (project_id, id, signed_up_at, last_active_at)
       select $1, ${numberedId(8)}, $2::timestamptz, $2::timestamptz from generate_series(1, ${made}) n`,
  );
  await fill(
    `insert into team_members (project_id, team_id, user_id, created_at)
       select $1, ${numberedId(9)}, ${numberedId(8)}, $2::timestamptz from generate_series(1, ${made}) n`,
  );
  await fill(
    `insert into team_members (project_id, team_id, user_id, created_at)
       select $1, ${numberedId(9)}, $3::uuid, $2::timestamptz from generate_series(1, 10) n`,
    user.id,
  );
  team = await project.createTeam(user);
});
afterAll(() => server.close());

describe('with 100,000 teams and as many members', () => {
  it.each([
    ['a team', () => `/teams/${team.id}`, ['teams', 'team_members']],
    ['the teams of a user', () => '/teams?user_id=me', ['team_members']],
    ['the members of a team', () => `/team-member-profiles?team_id=${team.id}`, ['team_members']],
    ['a page of the members of a team', () => `/team-member-profiles?team_id=${team.id}&limit=5`, ['team_members']],
    ['a member', () => `/team-member-profiles/${team.id}/me`, ['team_members']],
    ['the memberships of a user', () => '/team-member-profiles?user_id=me', ['team_members']],
  ])('reading %s is an index look-up', async (_title, path, tables) => {
    for (const table of tables) {
      const plans = await plansOf(server, table, () => server.call(user.client, 'GET', path()));
      expect(plans.length).toBeGreaterThan(0);
      for (const plan of plans) expect(plan).not.toContain(`Seq Scan on ${table}`);
    }
  });

  it.each(['limit=20', 'limit=20&desc=true'])(
    'a page (%s) walks the index of creation and sorts nothing',
    async (query) => {
      const first = await server.call(project.server, 'GET', `/teams?${query}`);
      const path = `/teams?${query}&cursor=${first.body.pagination.next_cursor}`;
      const plans = await plansOf(server, 'teams', () => server.call(project.server, 'GET', path));
      expect(plans).toHaveLength(1);
      expect(plans[0]).toContain('teams_by_creation');
      expect(plans[0]).not.toContain('Sort');
    },
  );

  it('the whole list has every team, so that a client app finds any in it', async () => {
    const { body } = await server.call(project.server, 'GET', '/teams?');
    expect(body.items).toHaveLength(made + 1);
  });
});
