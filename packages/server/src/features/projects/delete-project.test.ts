import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('deleting a project', () => {
  const all = [
    'projects',
    'project_key_sets',
    'project_keys',
    'users',
    'contact_channels',
    'sessions',
    'verification_codes',
    'teams',
    'team_members',
    'permission_definitions',
    'permission_containments',
    'team_permission_grants',
    'project_permission_grants',
    'api_keys',
    'mails',
  ];

  async function fill(project: TestProject): Promise<TestUser> {
    const user = await project.createUser({
      primary_email: 'u@example.com',
      primary_email_auth_enabled: true,
      password: 'long enough',
    });
    const team = await project.createTeam(user);
    await server.call(user.client, 'PATCH', '/users/me', { selected_team_id: team.id });
    await server.call(project.admin, 'POST', '/project-permission-definitions', { id: 'buyer' });
    await server.call(project.server, 'POST', `/project-permissions/${user.id}/buyer`, {});
    await server.call(project.server, 'POST', '/user-api-keys', {
      user_id: user.id,
      description: 'k',
      expires_at_millis: null,
    });
    await server.call(project.server, 'POST', '/team-api-keys', {
      team_id: team.id,
      description: 'k',
      expires_at_millis: null,
    });
    await server.call(project.client, 'POST', '/auth/password/send-reset-code', {
      email: 'u@example.com',
      callback_url: 'http://localhost/',
    });
    return user;
  }

  it('takes everything in it along, and nothing of any other project', async () => {
    const other = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
    await fill(other);
    const before = await server.snapshot(all);
    const project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
    const user = await fill(project);
    const during = (await server.snapshot(all)) as Record<string, { project_id?: string; id?: string }[]>;
    for (const table of all) {
      expect([table, during[table]?.some((row) => row.project_id === project.id || row.id === project.id)]).toEqual([
        table,
        true,
      ]);
    }

    const answer = await server.call(project.admin, 'DELETE', '/internal/projects/current');
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(await server.snapshot(all)).toEqual(before);
    for (const caller of [project.client, project.server, project.admin, user.client]) {
      const { code } = await server.call(caller, 'GET', '/projects/current');
      expect(['CURRENT_PROJECT_NOT_FOUND', 'ACCESS_TOKEN_EXPIRED', 'INVALID_PROJECT_FOR_ACCESS_TOKEN']).toContain(code);
    }
  });

  it('takes a body of {} and a body of none, and works once', async () => {
    const project = await server.createProject();
    expect((await server.call(project.admin, 'DELETE', '/internal/projects/current', {})).status).toBe(200);
    expect((await server.call(project.admin, 'DELETE', '/internal/projects/current')).code).toBe(
      'CURRENT_PROJECT_NOT_FOUND',
    );
  });

  it('by two owners at once leaves nothing and fails nobody with a fault of ours', async () => {
    const project = await server.createProject();
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.call(project.admin, 'DELETE', '/internal/projects/current')),
    );
    for (const { status } of answers) expect([200, 400]).toContain(status);
    expect((await server.call(project.client, 'GET', '/projects/current')).code).toBe('CURRENT_PROJECT_NOT_FOUND');
  });
});
