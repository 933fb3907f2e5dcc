import { plansOf, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTeamPermission, listUserIdsWithTeamPermission } from './index.ts';

/* 100,000 members of 1,000 teams with a grant each: large enough for a plan to show whether it walks an index. */
let server: TestServer;
let project: TestProject;
let user: TestUser;
let team: { id: string };

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  user = await project.createUser();
  team = await project.createTeam(user);
  const statements = [
    `insert into users (project_id, id, signed_up_at, last_active_at)
       select $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), now() from generate_series(1, 100000) n`,
    `insert into teams (project_id, id, display_name, created_at)
       select $1, ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'team ' || n, now() from generate_series(1, 1000) n`,
    `insert into team_members (project_id, team_id, user_id, created_at)
       select $1, ('00000000-0000-4000-9000-' || lpad((1 + n % 1000)::text, 12, '0'))::uuid, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now() from generate_series(1, 100000) n`,
    `insert into team_permission_grants (project_id, team_id, user_id, permission_id)
       select project_id, team_id, user_id, 'team_member' from team_members m where m.project_id = $1
       on conflict do nothing`,
    `insert into permission_definitions (project_id, id, scope) select $1, 'reports', 'project'`,
    `insert into project_permission_grants (project_id, user_id, permission_id)
       select $1, u.id, 'reports' from users u where u.project_id = $1`,
  ];
  for (const statement of statements) {
    await server.deps.pool.query(statement, [project.id]);
    // Foreign keys are checked by plans made when the tables were small, unless they learn better.
    await server.deps.pool.query('analyze');
  }
});
afterAll(() => server.close());

async function expectIndexes(table: string, request: () => Promise<unknown>): Promise<void> {
  const plans = await plansOf(server, table, request);
  expect(plans.length).toBeGreaterThan(0);
  for (const plan of plans) {
    expect(plan).not.toContain(`Seq Scan on ${table}`);
    expect(plan).toMatch(/Index (Only )?Scan|Bitmap Index Scan/);
  }
}

describe('with 100,000 grants', () => {
  it('whether a member holds a permission is an index look-up', async () => {
    const held = { projectId: project.id, teamId: team.id, userId: user.id, permissionId: '$manage_api_keys' };
    expect(await hasTeamPermission(server.deps.db, held)).toBe(true);
    await expectIndexes('team_permission_grants', () => hasTeamPermission(server.deps.db, held));
  });

  it('who holds a permission in a team is an index look-up', async () => {
    const held = { projectId: project.id, teamId: team.id, permissionId: '$manage_api_keys' };
    await expectIndexes('team_permission_grants', () => listUserIdsWithTeamPermission(server.deps.db, held));
  });

  it.each([
    ['of a member', () => `/team-permissions?team_id=${team.id}&user_id=me&recursive=true`, 'team_permission_grants'],
    ['of a user in all teams', () => '/team-permissions?user_id=me&recursive=true', 'team_permission_grants'],
    ['of a user in the project', () => '/project-permissions?user_id=me&recursive=true', 'project_permission_grants'],
  ])('the list %s walks an index', async (_title, path, table) => {
    await expectIndexes(table, () => server.call(user.client, 'GET', path()));
  });

  it('the list of a team walks an index', async () => {
    await expectIndexes('team_permission_grants', () =>
      server.call(project.server, 'GET', `/team-permissions?team_id=${team.id}&recursive=true`),
    );
  });
});
