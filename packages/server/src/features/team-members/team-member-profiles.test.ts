import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let team: { id: string };

const tables = ['team_members', 'users'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';
const image = 'https://example.com/a.png';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser({ display_name: 'Alice', profile_image_url: image });
  bob = await project.createUser({ primary_email: 'bob@example.com' });
  team = await project.createTeam(alice);
  server.clock.advance({ seconds: 1 });
  await project.addMember(team.id, bob);
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

async function list(caller: TestCaller, query: string) {
  const { status, body } = await server.call(caller, 'GET', `/team-member-profiles?${query}`);
  expect(status).toBe(200);
  return body;
}

const path = (userId: string, teamId = team.id) => `/team-member-profiles/${teamId}/${userId}`;
const loseReading = (user: TestUser) =>
  server.call(project.server, 'DELETE', `/team-permissions/${team.id}/${user.id}/team_member`);
const profileOf = (user: TestUser, display_name: string | null, profile_image_url: string | null) => ({
  team_id: team.id,
  user_id: user.id,
  display_name,
  profile_image_url,
});

describe('listing members', () => {
  it('shows members each other, oldest first, under the names they have', async () => {
    expect(await list(bob.client, `team_id=${team.id}`)).toEqual({
      items: [profileOf(alice, 'Alice', image), profileOf(bob, null, null)],
      is_paginated: false,
    });
  });

  it('shows the server the whole user of each', async () => {
    const { items } = await list(project.server, `team_id=${team.id}`);
    const users = await Promise.all(
      [alice, bob].map(async ({ id }) => (await server.call(project.server, 'GET', `/users/${id}`)).body),
    );
    expect(items).toEqual([
      { ...profileOf(alice, 'Alice', image), user: users[0] },
      { ...profileOf(bob, null, null), user: users[1] },
    ]);
  });

  it('of a user lists the memberships of that user', async () => {
    const second = await project.createTeam(bob);
    const teamsIn = async (caller: TestCaller, query: string) =>
      (await list(caller, query)).items.map(({ team_id }: { team_id: string }) => team_id);
    expect((await teamsIn(bob.client, 'user_id=me')).sort()).toEqual([team.id, second.id].sort());
    expect((await teamsIn(project.server, `user_id=${bob.id}`)).sort()).toEqual([team.id, second.id].sort());
    expect(await teamsIn(bob.client, `user_id=${bob.id}&team_id=${team.id}`)).toEqual([team.id]);
  });

  it('goes page by page when asked to, each member once', async () => {
    for (let count = 0; count < 3; count += 1) await project.addMember(team.id, await project.createUser());
    const whole = (await list(alice.client, `team_id=${team.id}`)).items;
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await list(alice.client, `team_id=${team.id}&limit=2${from}`);
      expect(page.is_paginated).toBe(true);
      seen.push(...page.items);
      cursor = page.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(seen).toHaveLength(5);
  });

  it('of others needs $read_members; of oneself, only to be a member', async () => {
    await loseReading(bob);
    const answer = await refuses(
      () => server.call(bob.client, 'GET', `/team-member-profiles?team_id=${team.id}`),
      401,
      'TEAM_PERMISSION_REQUIRED',
    );
    expect(answer.body.details).toEqual({ team_id: team.id, user_id: bob.id, permission_id: '$read_members' });
    await refuses(
      () => server.call(bob.client, 'GET', `/team-member-profiles?team_id=${team.id}&user_id=${alice.id}`),
      401,
      'TEAM_PERMISSION_REQUIRED',
    );
    expect((await list(bob.client, `team_id=${team.id}&user_id=me`)).items).toEqual([profileOf(bob, null, null)]);
  });

  it.each([
    ['neither team nor user', () => '', 400, 'SCHEMA_ERROR'],
    ['a bad cursor', () => `team_id=${team.id}&cursor=x`, 400, null],
    ['the memberships of another user', () => `user_id=${bob.id}`, 403, null],
    ['an unknown team', () => `team_id=${unknownId}`, 404, 'TEAM_MEMBERSHIP_NOT_FOUND'],
    ['an unknown field', () => `team_id=${team.id}&include=user`, 400, 'SCHEMA_ERROR'],
  ])('refuses a client that asks for %s', async (_title, query, status, code) => {
    await refuses(() => server.call(alice.client, 'GET', `/team-member-profiles?${query()}`), status, code);
  });

  it('shows strangers nothing', async () => {
    const carol = await project.createUser();
    const query = `/team-member-profiles?team_id=${team.id}`;
    await refuses(() => server.call(carol.client, 'GET', query), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(carol.client, 'GET', `${query}&user_id=me`), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.client, 'GET', query), 401, 'USER_AUTHENTICATION_REQUIRED');
    expect((await list(other.server, `team_id=${team.id}`)).items).toEqual([]);
  });
});

describe('reading one member', () => {
  it('gives the same as the list', async () => {
    for (const caller of [alice.client, project.server]) {
      const { items } = await list(caller, `team_id=${team.id}`);
      expect((await server.call(caller, 'GET', path(bob.id))).body).toEqual(items[1]);
    }
    expect((await server.call(bob.client, 'GET', path('me'))).body).toEqual(profileOf(bob, null, null));
  });

  it('of others needs $read_members; and strangers see nothing', async () => {
    await loseReading(bob);
    await refuses(() => server.call(bob.client, 'GET', path(alice.id)), 401, 'TEAM_PERMISSION_REQUIRED');
    expect((await server.call(bob.client, 'GET', path(bob.id))).status).toBe(200);
    const carol = await project.createUser();
    for (const id of [alice.id, carol.id, 'me']) {
      await refuses(() => server.call(carol.client, 'GET', path(id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    }
    for (const caller of [alice.client, project.server]) {
      await refuses(() => server.call(caller, 'GET', path(carol.id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    }
    await refuses(() => server.call(other.server, 'GET', path(bob.id)), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.client, 'GET', path(bob.id)), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(project.client, 'GET', path('me')), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
  });
});

describe('changing how a member appears', () => {
  it('is in that team alone, and null goes back to the user', async () => {
    const second = await project.createTeam(alice);
    const changed = await server.call(alice.client, 'PATCH', path(alice.id), { display_name: 'Captain' });
    expect(changed.body).toEqual(profileOf(alice, 'Captain', image));
    expect((await server.call(alice.client, 'GET', path('me', second.id))).body.display_name).toBe('Alice');
    const back = await server.call(alice.client, 'PATCH', path('me'), { display_name: null });
    expect(back.body).toEqual(profileOf(alice, 'Alice', image));
    expect((await server.call(alice.client, 'PATCH', path('me'), {})).body).toEqual(back.body);
  });

  it('is open to the server for everybody', async () => {
    const answer = await server.call(project.server, 'PATCH', path(bob.id), {
      display_name: 'Bob',
      profile_image_url: 'https://example.com/b.png',
    });
    expect(answer.body).toMatchObject(profileOf(bob, 'Bob', 'https://example.com/b.png'));
    expect(answer.body.user.id).toBe(bob.id);
  });

  it('is refused for others, for strangers, and for bad values', async () => {
    const change = { display_name: 'x' };
    const carol = await project.createUser();
    await refuses(() => server.call(alice.client, 'PATCH', path(bob.id), change), 403);
    await refuses(() => server.call(carol.client, 'PATCH', path('me'), change), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(project.server, 'PATCH', path(carol.id), change), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(() => server.call(other.server, 'PATCH', path(bob.id), change), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
    await refuses(
      () => server.call(project.client, 'PATCH', path(bob.id), change),
      401,
      'USER_AUTHENTICATION_REQUIRED',
    );
    for (const body of [{ display_name: 'x'.repeat(257) }, { profile_image_url: 'ftp://a' }, { user_id: bob.id }]) {
      await refuses(() => server.call(alice.client, 'PATCH', path('me'), body), 400, 'SCHEMA_ERROR');
    }
  });
});
