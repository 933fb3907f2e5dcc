import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let carol: TestUser;
let team: { id: string };

const tables = ['team_members', 'team_permission_grants', 'users', 'api_keys'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_team_api_keys: true });
  alice = await project.createUser();
  bob = await project.createUser();
  carol = await project.createUser();
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

const path = (userId: string, teamId = team.id) => `/team-memberships/${teamId}/${userId}`;

async function members(): Promise<string[]> {
  const { body } = await server.call(project.server, 'GET', `/team-member-profiles?team_id=${team.id}`);
  return body.items.map(({ user_id }: { user_id: string }) => user_id);
}

describe('adding a member', () => {
  it('is for the server, and gives the default permissions of members', async () => {
    const answer = await server.call(project.server, 'POST', path(carol.id), {});
    expect([answer.status, answer.body]).toEqual([201, { team_id: team.id, user_id: carol.id }]);
    expect((await members()).sort()).toEqual([alice.id, bob.id, carol.id].sort());
    const held = await server.call(project.server, 'GET', `/team-permissions?team_id=${team.id}&user_id=${carol.id}`);
    expect(held.body.items).toEqual([{ id: 'team_member', user_id: carol.id, team_id: team.id }]);
  });

  it('twice is a conflict, which gives back no permission that was taken away', async () => {
    await server.call(project.server, 'DELETE', `/team-permissions/${team.id}/${bob.id}/team_member`);
    await refuses(() => server.call(project.server, 'POST', path(bob.id)), 409, 'TEAM_MEMBERSHIP_ALREADY_EXISTS');
  });

  it('at the same time by several succeeds once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.call(project.server, 'POST', path(carol.id), {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('at the same time as its user is deleted never breaks', async () => {
    const [added, deleted] = await Promise.all([
      server.call(project.server, 'POST', path(carol.id)),
      server.call(project.server, 'DELETE', `/users/${carol.id}`),
    ]);
    expect([201, 404]).toContain(added.status);
    expect(deleted.status).toBe(200);
    expect(await members()).not.toContain(carol.id);
  });

  it('needs a team and a user of the project', async () => {
    const stranger = await other.createUser();
    const foreign = await other.createTeam(stranger);
    for (const id of [unknownId, foreign.id]) {
      const answer = await refuses(
        () => server.call(project.server, 'POST', path(carol.id, id)),
        404,
        'TEAM_NOT_FOUND',
      );
      expect(answer.body.details).toEqual({ team_id: id });
    }
    for (const id of [unknownId, stranger.id]) {
      await refuses(() => server.call(project.server, 'POST', path(id)), 404, 'USER_NOT_FOUND');
    }
    await refuses(() => server.call(other.server, 'POST', path(carol.id)), 404, 'TEAM_NOT_FOUND');
    await refuses(() => server.call(project.server, 'POST', path('me')), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
    await refuses(() => server.call(project.server, 'POST', path('carol')), 400, 'SCHEMA_ERROR');
    await refuses(() => server.call(project.server, 'POST', path(carol.id), { as: 'creator' }), 400, 'SCHEMA_ERROR');
  });

  it('is refused to clients, and without a good key', async () => {
    for (const caller of [alice.client, carol.client, project.client]) {
      await refuses(() => server.call(caller, 'POST', path(carol.id), {}), 401, 'INSUFFICIENT_ACCESS_TYPE');
    }
    await refuses(() => server.call({}, 'POST', path(carol.id), {}), 400, 'ACCESS_TYPE_REQUIRED');
    const wrongKey = { ...project.server, 'x-stack-secret-server-key': 'ssk_wrong' };
    await refuses(() => server.call(wrongKey, 'POST', path(carol.id), {}), 401, 'INVALID_SECRET_SERVER_KEY');
  });
});

describe('removing a member', () => {
  it('lets everyone leave by themselves', async () => {
    const answer = await server.call(bob.client, 'DELETE', path('me'), {});
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(await members()).toEqual([alice.id]);
    expect((await server.call(alice.client, 'DELETE', path(alice.id))).status).toBe(200);
    expect(await members()).toEqual([]);
  });

  it('of others needs $remove_members in that team', async () => {
    await project.createTeam(bob);
    const answer = await refuses(
      () => server.call(bob.client, 'DELETE', path(alice.id)),
      401,
      'TEAM_PERMISSION_REQUIRED',
    );
    expect(answer.body.details).toEqual({ team_id: team.id, user_id: bob.id, permission_id: '$remove_members' });
    expect((await server.call(alice.client, 'DELETE', path(bob.id))).status).toBe(200);
    expect(await members()).toEqual([alice.id]);
  });

  it('is open to the server', async () => {
    expect((await server.call(project.server, 'DELETE', path(bob.id), {})).status).toBe(200);
    await refuses(() => server.call(project.server, 'DELETE', path(bob.id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(
      () => server.call(project.server, 'DELETE', path(bob.id, unknownId)),
      404,
      'TEAM_MEMBERSHIP_NOT_FOUND',
    );
  });

  it('takes the permissions and the selected team away at once', async () => {
    await server.call(bob.client, 'PATCH', '/users/me', { selected_team_id: team.id });
    await server.call(project.server, 'POST', `/team-permissions/${team.id}/${bob.id}/%24manage_api_keys`);
    await server.call(alice.client, 'DELETE', path(bob.id));
    expect((await server.call(bob.client, 'GET', '/users/me')).body.selected_team_id).toBeNull();
    expect((await server.call(bob.client, 'GET', `/team-api-keys?team_id=${team.id}`)).code).toBe('API_KEY_NOT_FOUND');
    expect((await server.call(bob.client, 'GET', `/teams/${team.id}`)).code).toBe('TEAM_MEMBERSHIP_NOT_FOUND');
    await project.addMember(team.id, bob);
    const held = await server.call(bob.client, 'GET', `/team-permissions?team_id=${team.id}&user_id=me`);
    expect(held.body.items.map(({ id }: { id: string }) => id)).toEqual(['team_member']);
  });

  it('tells strangers nothing about who is a member', async () => {
    for (const id of [alice.id, unknownId, 'me']) {
      const answer = await refuses(
        () => server.call(carol.client, 'DELETE', path(id)),
        404,
        'TEAM_MEMBERSHIP_NOT_FOUND',
      );
      expect(answer.body.details).toEqual({ team_id: team.id, user_id: carol.id });
    }
    await refuses(() => server.call(alice.client, 'DELETE', path(carol.id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.client, 'DELETE', path(bob.id)), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(project.client, 'DELETE', path('me')), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
    await refuses(() => server.call(other.server, 'DELETE', path(bob.id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(alice.client, 'DELETE', `${path(bob.id)}?force=true`), 400, 'SCHEMA_ERROR');
  });

  it('at the same time by several succeeds once', async () => {
    const answers = await Promise.all([
      server.call(bob.client, 'DELETE', path('me')),
      server.call(alice.client, 'DELETE', path(bob.id)),
      server.call(project.server, 'DELETE', path(bob.id)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });
});

describe('the API keys of the team which a removed member made', () => {
  let bobsKey: string;
  let alicesKey: string;
  let elsewhere: string;

  beforeEach(async () => {
    await server.call(project.server, 'POST', `/team-permissions/${team.id}/${bob.id}/%24manage_api_keys`);
    bobsKey = await createKey(bob, team.id);
    alicesKey = await createKey(alice, team.id);
    elsewhere = await createKey(bob, (await project.createTeam(bob)).id);
  });

  async function createKey(user: TestUser, teamId: string): Promise<string> {
    const wish = { team_id: teamId, description: 'x', expires_at_millis: null };
    const answer = await server.call(user.client, 'POST', '/team-api-keys', wish);
    expect(answer.status).toBe(200);
    return answer.body.value;
  }

  const check = async (api_key: string) =>
    (await server.call(project.server, 'POST', '/team-api-keys/check', { api_key })).code;

  it.each(['', '?revoke_api_keys=false'])('outlive the membership%s', async (query) => {
    expect((await server.call(alice.client, 'DELETE', path(bob.id) + query)).status).toBe(200);
    expect(await check(bobsKey)).toBeNull();
  });

  it('are revoked where that is asked for, and no others', async () => {
    expect((await server.call(alice.client, 'DELETE', `${path(bob.id)}?revoke_api_keys=true`)).status).toBe(200);
    expect(await check(bobsKey)).toBe('API_KEY_REVOKED');
    expect(await check(alicesKey)).toBeNull();
    expect(await check(elsewhere)).toBeNull();
  });

  it('keep the moment at which they were revoked before', async () => {
    const { body } = await server.call(project.server, 'GET', `/team-api-keys?team_id=${team.id}`);
    const { id } = body.items.find(({ value }: { value: { last_four: string } }) => bobsKey.endsWith(value.last_four));
    const revoked = await server.call(project.server, 'PATCH', `/team-api-keys/${id}`, { revoked: true });
    server.clock.advance({ minutes: 1 });
    await server.call(project.server, 'DELETE', `${path(bob.id)}?revoke_api_keys=true`);
    const after = await server.call(project.server, 'GET', `/team-api-keys/${id}?team_id=${team.id}`);
    expect(after.body.manually_revoked_at_millis).toBe(revoked.body.manually_revoked_at_millis);
  });

  it('stay when the removal is refused', async () => {
    await refuses(
      () => server.call(bob.client, 'DELETE', `${path(alice.id)}?revoke_api_keys=true`),
      401,
      'TEAM_PERMISSION_REQUIRED',
    );
    await refuses(
      () => server.call(alice.client, 'DELETE', `${path(bob.id)}?revoke_api_keys=maybe`),
      400,
      'SCHEMA_ERROR',
    );
    expect(await check(alicesKey)).toBeNull();
  });
});
