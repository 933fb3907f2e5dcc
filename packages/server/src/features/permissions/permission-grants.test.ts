import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let team: { id: string };

const tables = ['team_permission_grants', 'project_permission_grants', 'team_members'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  bob = await project.createUser();
  team = await project.createTeam(alice);
  await project.addMember(team.id, bob);
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

async function define(scope: 'team' | 'project', id: string, contained: string[] = []) {
  const body = { id, contained_permission_ids: contained };
  expect((await server.call(project.admin, 'POST', `/${scope}-permission-definitions`, body)).status).toBe(201);
}

const teamPath = (userId: string, id: string, teamId = team.id) =>
  `/team-permissions/${teamId}/${userId}/${encodeURIComponent(id)}`;
const projectPath = (userId: string, id: string) => `/project-permissions/${userId}/${encodeURIComponent(id)}`;
const grant = (path: string, caller: TestCaller = project.server) => server.call(caller, 'POST', path, {});
const revoke = (path: string, caller: TestCaller = project.server) => server.call(caller, 'DELETE', path, {});

async function list(caller: TestCaller, path: string) {
  const { status, body } = await server.call(caller, 'GET', path);
  expect(status).toBe(200);
  return body.items;
}

const idsOf = (items: { id: string }[]): string[] => items.map(({ id }) => id);
const heldBy = async (user: TestUser, query = '&recursive=true') =>
  idsOf(await list(user.client, `/team-permissions?team_id=${team.id}&user_id=me${query}`));

describe('granting a team permission', () => {
  it('gives it to the member, in that team alone', async () => {
    const elsewhere = await project.createTeam(bob);
    const answer = await grant(teamPath(alice.id, '$manage_api_keys'));
    expect([answer.status, answer.body]).toEqual([
      201,
      { id: '$manage_api_keys', user_id: alice.id, team_id: team.id },
    ]);
    expect(await heldBy(alice, '')).toEqual(['$manage_api_keys', 'team_admin']);
    expect(await list(project.server, `/team-permissions?team_id=${elsewhere.id}&user_id=${alice.id}`)).toEqual([]);
  });

  it('twice is fine', async () => {
    expect((await grant(teamPath(bob.id, '$update_team'))).status).toBe(201);
    const before = await server.snapshot(tables);
    expect((await grant(teamPath(bob.id, '$update_team'))).status).toBe(201);
    expect(await server.snapshot(tables)).toEqual(before);
  });

  it('by "me" is for the signed-in user of a server call', async () => {
    const serverAsAlice = { ...project.server, ...signedInAs(alice) };
    expect((await grant(teamPath('me', '$update_team'), serverAsAlice)).body.user_id).toBe(alice.id);
    await refuses(() => grant(teamPath('me', '$update_team')), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
  });

  it.each([
    ['an unknown permission', () => teamPath(bob.id, 'nowhere'), 404, 'PERMISSION_NOT_FOUND'],
    ['a project permission', () => teamPath(bob.id, 'project_one'), 404, 'WRONG_PERMISSION_SCOPE'],
    ['an unknown user', () => teamPath(unknownId, '$update_team'), 404, 'TEAM_MEMBERSHIP_NOT_FOUND'],
    ['an unknown team', () => teamPath(bob.id, '$update_team', unknownId), 404, 'TEAM_MEMBERSHIP_NOT_FOUND'],
    ['a bad user id', () => teamPath('nobody', '$update_team'), 400, 'SCHEMA_ERROR'],
    ['a bad permission id', () => teamPath(bob.id, 'A b'), 400, 'SCHEMA_ERROR'],
    ['a dollar sign elsewhere', () => teamPath(bob.id, 'a$b'), 400, 'SCHEMA_ERROR'],
  ])('refuses %s', async (_title, path, status, code) => {
    await define('project', 'project_one');
    await refuses(() => grant(path()), status, code);
  });

  it('refuses a user who is not a member', async () => {
    const carol = await project.createUser();
    const answer = await refuses(() => grant(teamPath(carol.id, '$update_team')), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    expect(answer.body.details).toEqual({ team_id: team.id, user_id: carol.id });
  });

  it("does not reach another project's team", async () => {
    await refuses(() => grant(teamPath(bob.id, '$update_team'), other.server), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => revoke(teamPath(bob.id, 'team_member'), other.server), 401, 'TEAM_PERMISSION_NOT_FOUND');
  });

  it('at the same time as the definition is deleted or renamed, never breaks', async () => {
    await define('team', 'passing');
    const answers = await Promise.all([
      grant(teamPath(bob.id, 'passing')),
      server.call(project.admin, 'PATCH', '/team-permission-definitions/passing', { id: 'passed' }),
      grant(teamPath(alice.id, 'passing')),
      server.call(project.admin, 'DELETE', '/team-permission-definitions/passing'),
    ]);
    for (const { status } of answers) expect([200, 201, 404]).toContain(status);
  });
});

describe('revoking a team permission', () => {
  it('takes it from the member at once', async () => {
    await grant(teamPath(bob.id, '$manage_api_keys'));
    expect((await revoke(teamPath(bob.id, '$manage_api_keys'))).body).toEqual({ success: true });
    expect(await heldBy(bob)).not.toContain('$manage_api_keys');
  });

  it('refuses what is held only through another, and what is not held', async () => {
    for (const id of ['$read_members', '$manage_api_keys', 'nowhere']) {
      const answer = await refuses(() => revoke(teamPath(bob.id, id)), 401, 'TEAM_PERMISSION_NOT_FOUND');
      expect(answer.body.details).toEqual({ team_id: team.id, user_id: bob.id, permission_id: id });
    }
  });
});

describe('project permissions', () => {
  beforeEach(async () => {
    await define('project', 'reports:read');
    await define('project', 'reports', ['reports:read']);
  });

  it('are granted, held recursively, and revoked', async () => {
    const granted = await grant(projectPath(alice.id, 'reports'));
    expect([granted.status, granted.body]).toEqual([201, { id: 'reports', user_id: alice.id }]);
    expect((await grant(projectPath(alice.id, 'reports'))).status).toBe(201);
    expect(await list(alice.client, '/project-permissions?user_id=me&recursive=true')).toEqual([
      { id: 'reports', user_id: alice.id },
      { id: 'reports:read', user_id: alice.id },
    ]);
    expect(idsOf(await list(alice.client, '/project-permissions?user_id=me&recursive=false'))).toEqual(['reports']);
    expect(await list(bob.client, '/project-permissions?user_id=me')).toEqual([]);
    expect((await revoke(projectPath(alice.id, 'reports'))).body).toEqual({ success: true });
    expect(await list(alice.client, '/project-permissions?user_id=me')).toEqual([]);
  });

  it.each([
    ['an unknown permission', () => projectPath(bob.id, 'nowhere'), 404, 'PERMISSION_NOT_FOUND'],
    ['a team permission', () => projectPath(bob.id, '$update_team'), 404, 'WRONG_PERMISSION_SCOPE'],
    ['an unknown user', () => projectPath(unknownId, 'reports'), 404, 'USER_NOT_FOUND'],
    ['"me" with nobody signed in', () => projectPath('me', 'reports'), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  ])('refuse to be granted: %s', async (_title, path, status, code) => {
    await refuses(() => grant(path()), status, code);
  });

  it('refuse to be revoked where they were not granted', async () => {
    await refuses(() => revoke(projectPath(bob.id, 'reports')), 404, 'PERMISSION_NOT_FOUND');
  });

  it("do not reach another project's user", async () => {
    const stranger = await other.createUser();
    await refuses(() => grant(projectPath(stranger.id, 'reports')), 404, 'USER_NOT_FOUND');
    expect(await list(project.server, `/project-permissions?user_id=${stranger.id}`)).toEqual([]);
  });
});

describe('listing team permissions', () => {
  it('is sorted by team, user and id, and filtered by each', async () => {
    const elsewhere = await project.createTeam(bob);
    const all = await list(project.server, '/team-permissions');
    expect(all).toHaveLength(3);
    const key = ({ team_id, user_id, id }: Record<string, string>) => `${team_id} ${user_id} ${id}`;
    expect(all.map(key)).toEqual(all.map(key).sort());
    expect(await list(project.server, `/team-permissions?team_id=${elsewhere.id}`)).toEqual([
      { id: 'team_admin', user_id: bob.id, team_id: elsewhere.id },
    ]);
    expect(await list(project.server, `/team-permissions?user_id=${bob.id}`)).toHaveLength(2);
    expect(await list(project.server, '/team-permissions?permission_id=team_member')).toEqual([
      { id: 'team_member', user_id: bob.id, team_id: team.id },
    ]);
    expect(await list(project.server, '/team-permissions?permission_id=%24manage_api_keys')).toEqual([]);
    expect(
      await list(project.server, `/team-permissions?permission_id=%24manage_api_keys&recursive=true`),
    ).toHaveLength(2);
  });

  it('goes page by page when asked to, each permission once', async () => {
    const whole = await list(project.server, '/team-permissions?recursive=true');
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await server.call(project.server, 'GET', `/team-permissions?recursive=true&limit=4${from}`);
      expect(body.is_paginated).toBe(true);
      seen.push(...body.items);
      cursor = body.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    await refuses(() => server.call(project.server, 'GET', '/team-permissions?cursor=garbage'), 400);
    await refuses(() => server.call(project.server, 'GET', '/project-permissions?cursor=a,b,c'), 400);
  });

  it('tells what a role contains, and what that contains', async () => {
    await define('team', 'inner', ['$update_team']);
    await define('team', 'middle', ['inner']);
    await define('team', 'outer', ['middle', '$read_members']);
    await grant(teamPath(bob.id, 'outer'));
    expect(await heldBy(bob)).toEqual([
      '$invite_members',
      '$read_members',
      '$update_team',
      'inner',
      'middle',
      'outer',
      'team_member',
    ]);
    expect(await heldBy(bob, '')).toEqual(['outer', 'team_member']);
    expect(await heldBy(bob, '&recursive=false')).toEqual(['outer', 'team_member']);
  });

  it('ends where containment goes in a circle, whose permissions are then worth the same', async () => {
    await define('team', 'a');
    await define('team', 'b', ['a']);
    const closed = await server.call(project.admin, 'PATCH', '/team-permission-definitions/a', {
      contained_permission_ids: ['b', 'a', '$delete_team'],
    });
    expect(closed.status).toBe(200);
    await grant(teamPath(bob.id, 'b'));
    expect(await heldBy(bob)).toEqual(['$delete_team', '$invite_members', '$read_members', 'a', 'b', 'team_member']);
    expect((await server.call(bob.client, 'DELETE', `/teams/${team.id}`)).status).toBe(200);
  });

  it('is empty for a former member and for other projects', async () => {
    await server.call(project.server, 'DELETE', `/team-memberships/${team.id}/${bob.id}`);
    expect(await heldBy(bob)).toEqual([]);
    await project.addMember(team.id, bob);
    expect(await heldBy(bob, '')).toEqual(['team_member']);
    expect(await list(other.server, `/team-permissions?team_id=${team.id}`)).toEqual([]);
  });
});

describe('who may see and grant permissions', () => {
  it.each(['/team-permissions', '/project-permissions'])('%s shows a client only its own', async (path) => {
    await refuses(() => server.call(alice.client, 'GET', path), 403);
    await refuses(() => server.call(alice.client, 'GET', `${path}?user_id=${bob.id}`), 403);
    await refuses(() => server.call(project.client, 'GET', path), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(project.client, 'GET', `${path}?user_id=me`), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(
      () => server.call(project.server, 'GET', `${path}?user_id=me`),
      400,
      'CANNOT_GET_OWN_USER_WITHOUT_USER',
    );
    const own = await list(alice.client, `${path}?user_id=${alice.id}`);
    expect(own).toEqual(await list(alice.client, `${path}?user_id=me`));
  });

  it.each([
    ['POST', () => teamPath(alice.id, '$delete_team')],
    ['DELETE', () => teamPath(alice.id, 'team_admin')],
    ['POST', () => projectPath(alice.id, 'some')],
    ['DELETE', () => projectPath(alice.id, 'some')],
  ])('%s is for servers alone', async (method, path) => {
    for (const caller of [alice.client, project.client]) {
      await refuses(() => server.call(caller, method, path(), {}), 401, 'INSUFFICIENT_ACCESS_TYPE');
    }
    await refuses(() => server.call({}, method, path(), {}), 400, 'ACCESS_TYPE_REQUIRED');
    const wrongKey = { ...project.server, 'x-stack-secret-server-key': 'ssk_wrong' };
    await refuses(() => server.call(wrongKey, method, path(), {}), 401, 'INVALID_SECRET_SERVER_KEY');
    const foreignKey = { ...other.server, 'x-stack-project-id': project.id };
    await refuses(() => server.call(foreignKey, method, path(), {}), 401, 'INVALID_SECRET_SERVER_KEY');
  });

  it('ends with the session', async () => {
    await server.call(alice.client, 'DELETE', '/auth/sessions/current', {});
    await refuses(() => server.call(alice.client, 'GET', '/team-permissions?user_id=me'), 401, 'ACCESS_TOKEN_EXPIRED');
  });
});

function signedInAs({ client }: TestUser): TestCaller {
  return { 'x-stack-access-token': client['x-stack-access-token'] ?? '' };
}
