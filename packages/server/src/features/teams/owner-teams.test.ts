import {
  createTestOperator,
  startTestServer,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/* The teams of the project `internal` own the other projects: one without members would leave them to nobody. */
let server: TestServer;
let internal: TestProject;
let ada: TestOperator;
let ben: TestOperator;
let projectId: string;

const tables = ['teams', 'team_members', 'projects', 'users'];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  ada = await createTestOperator(server, internal, 'Ada');
  ben = await createTestOperator(server, internal, 'Ben');
  const owned = { display_name: 'Shop', owner_team_id: ada.teamId };
  projectId = (await server.call(ada.client, 'POST', '/internal/projects', owned)).body.id;
});

async function refuses(call: () => ReturnType<TestServer['call']>) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code, answer.body]).toEqual([400, null, expect.stringContaining('owns projects')]);
  expect(await server.snapshot(tables)).toEqual(before);
}

const leave = (operator: TestOperator) =>
  server.call(operator.client, 'DELETE', `/team-memberships/${ada.teamId}/me`, {});

describe('a team that owns projects', () => {
  it('is not deleted before they are, and says why', async () => {
    await refuses(() => server.call(ada.client, 'DELETE', `/teams/${ada.teamId}`));
    await refuses(() => server.call(internal.server, 'DELETE', `/teams/${ada.teamId}`));
    const deleted = await server.call(ada.adminOf(projectId), 'DELETE', '/internal/projects/current');
    expect(deleted.status).toBe(200);
    expect((await server.call(ada.client, 'DELETE', `/teams/${ada.teamId}`)).status).toBe(200);
  });

  it('keeps its last member, whoever wants that removed', async () => {
    await refuses(() => leave(ada));
    await refuses(() => server.call(internal.server, 'DELETE', `/team-memberships/${ada.teamId}/${ada.id}`));
    await internal.addMember(ada.teamId, ben);
    expect((await leave(ada)).status).toBe(200);
    await refuses(() => leave(ben));
  });

  it('keeps one of two members who leave at the same time', async () => {
    await internal.addMember(ada.teamId, ben);
    const answers = await Promise.all([leave(ada), leave(ben)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('keeps one of two members when one leaves and the other is deleted at the same time', async () => {
    await internal.addMember(ada.teamId, ben);
    const answers = await Promise.all([leave(ada), server.call(internal.server, 'DELETE', `/users/${ben.id}`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('says nothing about it to strangers', async () => {
    const answer = await server.call(ben.client, 'DELETE', `/team-memberships/${ada.teamId}/${ada.id}`);
    expect([answer.status, answer.code]).toEqual([404, 'TEAM_MEMBERSHIP_NOT_FOUND']);
  });

  it('loses an administrator with a member, at once', async () => {
    await internal.addMember(ada.teamId, ben);
    const read = () => server.call(ben.adminOf(projectId), 'GET', '/internal/projects/current');
    expect((await read()).status).toBe(200);
    await leave(ben);
    expect((await read()).code).toBe('ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN');
  });
});

describe('a team that owns nothing', () => {
  it('can lose its last member, in the project internal too', async () => {
    expect((await server.call(ben.client, 'DELETE', `/team-memberships/${ben.teamId}/me`)).status).toBe(200);
    const project = await server.createProject();
    const user = await project.createUser();
    const team = await project.createTeam(user);
    expect((await server.call(user.client, 'DELETE', `/team-memberships/${team.id}/me`)).status).toBe(200);
  });
});
