import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;

const tables = ['teams', 'team_members', 'team_permission_grants', 'users', 'api_keys'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';
const clientFields = ['client_metadata', 'client_read_only_metadata', 'display_name', 'id', 'profile_image_url'];
const serverFields = [...clientFields, 'created_at_millis', 'server_metadata'].sort();

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ client_team_creation_enabled: true, allow_team_api_keys: true });
  alice = await project.createUser();
  bob = await project.createUser();
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

const create = (caller: TestCaller, body: unknown) => server.call(caller, 'POST', '/teams', body);
const membersOf = async (teamId: string): Promise<string[]> => {
  const { body } = await server.call(project.server, 'GET', `/team-member-profiles?team_id=${teamId}`);
  return body.items.map(({ user_id }: { user_id: string }) => user_id);
};

describe('creating a team', () => {
  it("makes a client's user its creator, with the permissions of one", async () => {
    const answer = await create(alice.client, {
      display_name: 'Rocket',
      profile_image_url: 'https://example.com/rocket.png',
      client_metadata: { colour: 'red' },
      creator_user_id: 'me',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      display_name: 'Rocket',
      profile_image_url: 'https://example.com/rocket.png',
      client_metadata: { colour: 'red' },
      client_read_only_metadata: null,
    });
    expect(await membersOf(answer.body.id)).toEqual([alice.id]);
    const held = await server.call(alice.client, 'GET', `/team-permissions?team_id=${answer.body.id}&user_id=me`);
    expect(held.body.items.map(({ id }: { id: string }) => id)).toEqual(['team_admin']);
  });

  it("is a client's own, whether it says so or not", async () => {
    for (const named of [{}, { creator_user_id: alice.id }]) {
      const { body } = await create(alice.client, { display_name: 'Mine', ...named });
      expect(await membersOf(body.id)).toEqual([alice.id]);
    }
  });

  it('by a server has the creator it names, or no member', async () => {
    const owned = await create(project.server, {
      display_name: 'Owned',
      creator_user_id: bob.id,
      client_read_only_metadata: [1, 'two'],
      server_metadata: false,
    });
    expect(owned.body).toEqual({
      id: expect.any(String),
      display_name: 'Owned',
      profile_image_url: null,
      client_metadata: null,
      client_read_only_metadata: [1, 'two'],
      server_metadata: false,
      created_at_millis: server.clock.now().getTime(),
    });
    expect(await membersOf(owned.body.id)).toEqual([bob.id]);
    const empty = await create(project.server, { display_name: 'Empty' });
    expect(empty.status).toBe(201);
    expect(await membersOf(empty.body.id)).toEqual([]);
  });

  it('is refused to clients where the project does not allow it', async () => {
    const closed = await server.createProject();
    const carol = await closed.createUser();
    await refuses(() => create(carol.client, { display_name: 'x', creator_user_id: 'me' }), 403);
    expect((await create(closed.server, { display_name: 'x', creator_user_id: carol.id })).status).toBe(201);
  });

  it('is refused for another user, for nobody, and for users that do not exist', async () => {
    const stranger = await other.createUser();
    await refuses(() => create(alice.client, { display_name: 'x', creator_user_id: bob.id }), 403);
    await refuses(() => create(project.client, { display_name: 'x' }), 401, 'USER_AUTHENTICATION_REQUIRED');
    for (const creator_user_id of [unknownId, stranger.id]) {
      await refuses(() => create(project.server, { display_name: 'x', creator_user_id }), 404, 'USER_NOT_FOUND');
    }
    await refuses(
      () => create(project.server, { display_name: 'x', creator_user_id: 'me' }),
      400,
      'CANNOT_GET_OWN_USER_WITHOUT_USER',
    );
  });

  it.each([
    ['no name', {}],
    ['an empty name', { display_name: '' }],
    ['an endless name', { display_name: 'x'.repeat(257) }],
    ['a name that cannot be stored', { display_name: 'a\0b' }],
    ['an image that is no URL', { display_name: 'x', profile_image_url: 'javascript:alert(1)' }],
    ['a creator that is no id', { display_name: 'x', creator_user_id: 'alice' }],
    ['too much metadata', { display_name: 'x', client_metadata: 'x'.repeat(32_769) }],
    ['an unknown field', { display_name: 'x', id: unknownId }],
  ])('is refused with %s', async (_title, body) => {
    for (const caller of [alice.client, project.server]) await refuses(() => create(caller, body), 400, 'SCHEMA_ERROR');
  });

  it.each(['client_read_only_metadata', 'server_metadata'])('is refused to a client that sets %s', async (field) => {
    await refuses(() => create(alice.client, { display_name: 'x', [field]: 1 }), 400, 'SCHEMA_ERROR');
  });
});

describe('reading a team', () => {
  it('is for its members and for the server, each with the fields meant for them', async () => {
    const team = await project.createTeam(alice, { server_metadata: { secret: true } });
    const asMember = await server.call(alice.client, 'GET', `/teams/${team.id}`);
    expect(Object.keys(asMember.body).sort()).toEqual(clientFields);
    const asServer = await server.call(project.server, 'GET', `/teams/${team.id.toUpperCase()}`);
    expect(Object.keys(asServer.body).sort()).toEqual(serverFields);
    expect((await server.call(project.admin, 'GET', `/teams/${team.id}`)).body).toEqual(asServer.body);
  });

  it('looks the same to a client for a team of others, of another project, and for none', async () => {
    const foreign = await other.createTeam(await other.createUser());
    for (const id of [(await project.createTeam(bob)).id, foreign.id, unknownId]) {
      const answer = await refuses(
        () => server.call(alice.client, 'GET', `/teams/${id}`),
        404,
        'TEAM_MEMBERSHIP_NOT_FOUND',
      );
      expect(answer.body.details).toEqual({ team_id: id, user_id: alice.id });
    }
    for (const id of [foreign.id, unknownId]) {
      const answer = await refuses(() => server.call(project.server, 'GET', `/teams/${id}`), 404, 'TEAM_NOT_FOUND');
      expect(answer.body.details).toEqual({ team_id: id });
    }
    await refuses(() => server.call(project.server, 'GET', '/teams/nonsense'), 400, 'SCHEMA_ERROR');
  });
});

describe('changing a team', () => {
  it('is for members with $update_team, and leaves alone what is not named', async () => {
    const team = await project.createTeam(alice, { client_metadata: 1, server_metadata: 2 });
    const renamed = await server.call(alice.client, 'PATCH', `/teams/${team.id}`, { display_name: 'Renamed' });
    expect(renamed.body).toMatchObject({ display_name: 'Renamed', client_metadata: 1 });
    expect(Object.keys(renamed.body).sort()).toEqual(clientFields);
    const { body } = await server.call(project.server, 'PATCH', `/teams/${team.id}`, {
      client_metadata: null,
      client_read_only_metadata: { plan: 'free' },
      profile_image_url: 'https://example.com/a.png',
    });
    expect(body).toMatchObject({
      display_name: 'Renamed',
      client_metadata: null,
      client_read_only_metadata: { plan: 'free' },
      server_metadata: 2,
      profile_image_url: 'https://example.com/a.png',
    });
    const cleared = await server.call(project.server, 'PATCH', `/teams/${team.id}`, { profile_image_url: null });
    expect(cleared.body.profile_image_url).toBeNull();
    expect((await server.call(project.server, 'PATCH', `/teams/${team.id}`, {})).body).toEqual(cleared.body);
  });

  it.each([
    ['an empty name', { display_name: '' }],
    ['no name', { display_name: null }],
    ['an unknown field', { creator_user_id: 'me' }],
  ])('is refused with %s', async (_title, body) => {
    const team = await project.createTeam(alice);
    for (const caller of [alice.client, project.server]) {
      await refuses(() => server.call(caller, 'PATCH', `/teams/${team.id}`, body), 400, 'SCHEMA_ERROR');
    }
  });

  it.each(['client_read_only_metadata', 'server_metadata'])('of %s is refused to clients', async (field) => {
    const team = await project.createTeam(alice);
    await refuses(() => server.call(alice.client, 'PATCH', `/teams/${team.id}`, { [field]: 1 }), 400, 'SCHEMA_ERROR');
  });
});

describe('deleting a team', () => {
  it('takes memberships, permissions and API keys with it, and nobody has it selected any more', async () => {
    const team = await project.createTeam(alice);
    const kept = await project.createTeam(alice);
    await server.call(alice.client, 'PATCH', '/users/me', { selected_team_id: team.id });
    const key = await server.call(alice.client, 'POST', '/team-api-keys', {
      team_id: team.id,
      description: 'x',
      expires_at_millis: null,
    });
    expect((await server.call(alice.client, 'DELETE', `/teams/${team.id}`)).body).toEqual({ success: true });

    const check = await server.call(project.server, 'POST', '/team-api-keys/check', { api_key: key.body.value });
    expect(check.code).toBe('API_KEY_NOT_FOUND');
    const me = await server.call(alice.client, 'GET', '/users/me');
    expect(me.body).toMatchObject({ selected_team_id: null, selected_team: null });
    const teams = await server.call(alice.client, 'GET', '/teams?user_id=me');
    expect(teams.body.items.map(({ id }: { id: string }) => id)).toEqual([kept.id]);
    await refuses(() => server.call(project.server, 'DELETE', `/teams/${team.id}`, {}), 404, 'TEAM_NOT_FOUND');
  });

  it('at the same time by several succeeds once', async () => {
    const team = await project.createTeam(alice);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => server.call(project.server, 'DELETE', `/teams/${team.id}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });
});

describe('who may change and delete a team', () => {
  it.each([
    ['PATCH', '$update_team', { display_name: 'x' }],
    ['DELETE', '$delete_team', undefined],
  ])('%s needs %s in that very team', async (method, permissionId, body) => {
    const team = await project.createTeam(alice);
    const path = `/teams/${team.id}`;
    await project.addMember(team.id, bob);
    await project.createTeam(bob);
    const refused = await refuses(() => server.call(bob.client, method, path, body), 401, 'TEAM_PERMISSION_REQUIRED');
    expect(refused.body.details).toEqual({ team_id: team.id, user_id: bob.id, permission_id: permissionId });

    const stranger = await project.createUser();
    await refuses(() => server.call(stranger.client, method, path, body), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.client, method, path, body), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(other.server, method, path, body), 404, 'TEAM_NOT_FOUND');
    await refuses(() => server.call({}, method, path, body), 400, 'ACCESS_TYPE_REQUIRED');

    const grant = `/team-permissions/${team.id}/${bob.id}/${encodeURIComponent(permissionId)}`;
    await server.call(project.server, 'POST', grant, {});
    expect((await server.call(bob.client, method, path, body)).status).toBe(200);
  });

  it('ends when the member is removed, with the token still fresh', async () => {
    const team = await project.createTeam(alice);
    await server.call(project.server, 'DELETE', `/team-memberships/${team.id}/${alice.id}`);
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { display_name: 'x' } : undefined;
      await refuses(
        () => server.call(alice.client, method, `/teams/${team.id}`, body),
        404,
        'TEAM_MEMBERSHIP_NOT_FOUND',
      );
    }
  });

  it('ends with the session, and with the user', async () => {
    const team = await project.createTeam(alice);
    await project.addMember(team.id, bob);
    await server.call(bob.client, 'DELETE', '/auth/sessions/current', {});
    await refuses(() => server.call(bob.client, 'GET', `/teams/${team.id}`), 401, 'ACCESS_TOKEN_EXPIRED');
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    const answer = await server.call(alice.client, 'PATCH', `/teams/${team.id}`, { display_name: 'x' });
    expect(answer.status).toBe(401);
  });
});
