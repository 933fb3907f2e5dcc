import { randomUUID } from 'node:crypto';
import {
  createTestOperator,
  startTestServer,
  type TestCaller,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let internal: TestProject;
let ada: TestOperator;
let ben: TestOperator;

const watched = ['projects', 'permission_definitions', 'permission_containments'];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
  ada = await createTestOperator(server, internal, 'Ada');
  ben = await createTestOperator(server, internal, 'Ben');
});
afterAll(() => server.close());

async function createOwnProject(operator: TestOperator, fields: object = {}): Promise<string> {
  const { body } = await server.call(operator.client, 'POST', '/internal/projects', {
    display_name: 'Shop',
    owner_team_id: operator.teamId,
    ...fields,
  });
  return body.id;
}

describe('transferring a project', () => {
  it('gives it to another team of the operator; the members of the former administer it no longer', async () => {
    const gil = await createTestOperator(server, internal, 'Gil');
    const hal = await createTestOperator(server, internal, 'Hal');
    await internal.addMember(hal.teamId, gil);
    const id = await createOwnProject(gil);
    const answer = await server.call(gil.client, 'POST', '/internal/projects/transfer', {
      project_id: id,
      new_team_id: hal.teamId,
    });
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect((await server.call(hal.adminOf(id), 'GET', '/internal/projects/current')).body.owner_team_id).toBe(
      hal.teamId,
    );

    await server.call(internal.server, 'DELETE', `/team-memberships/${hal.teamId}/${gil.id}`, {});
    expect((await server.call(gil.adminOf(id), 'GET', '/internal/projects/current')).code).toBe(
      'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN',
    );
  });

  it.each<[string, () => TestCaller, (id: string) => Promise<object> | object, string]>([
    [
      'to a team of others',
      () => ada.client,
      (id) => ({ project_id: id, new_team_id: ben.teamId }),
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    [
      'to no team',
      () => ada.client,
      (id) => ({ project_id: id, new_team_id: randomUUID() }),
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    ['of somebody else', () => ben.client, (id) => ({ project_id: id, new_team_id: ben.teamId }), 'PROJECT_NOT_FOUND'],
    [
      'that does not exist',
      () => ada.client,
      () => ({ project_id: randomUUID(), new_team_id: ada.teamId }),
      'PROJECT_NOT_FOUND',
    ],
    [
      'that nobody owns',
      () => ada.client,
      async () => ({ project_id: (await server.createProject()).id, new_team_id: ada.teamId }),
      'PROJECT_NOT_FOUND',
    ],
    ['internal', () => ada.client, () => ({ project_id: 'internal', new_team_id: ada.teamId }), 'SCHEMA_ERROR'],
    [
      'without a session',
      () => internal.client,
      (id) => ({ project_id: id, new_team_id: ada.teamId }),
      'USER_AUTHENTICATION_REQUIRED',
    ],
    [
      'by the server of internal',
      () => internal.server,
      (id) => ({ project_id: id, new_team_id: ada.teamId }),
      'USER_AUTHENTICATION_REQUIRED',
    ],
  ])('%s is refused', async (_what, caller, body, code) => {
    const id = await createOwnProject(ada);
    const wanted = await body(id);
    const before = await server.snapshot(watched);
    expect((await server.call(caller(), 'POST', '/internal/projects/transfer', wanted)).code).toBe(code);
    expect(await server.snapshot(watched)).toEqual(before);
  });
});
