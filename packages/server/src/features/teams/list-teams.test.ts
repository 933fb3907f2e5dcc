import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let bob: TestUser;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  bob = await project.createUser();
});

async function list(caller: TestCaller, query = '') {
  const { status, body } = await server.call(caller, 'GET', `/teams?${query}`);
  expect(status).toBe(200);
  return body;
}

const namesOf = (body: { items: { display_name: string }[] }): string[] =>
  body.items.map(({ display_name }) => display_name);

async function createTeams(creator: TestUser | null, names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const display_name of names) {
    ids.push((await project.createTeam(creator, { display_name })).id);
    server.clock.advance({ seconds: 1 });
  }
  return ids;
}

describe('the list of teams', () => {
  it('is whole and oldest first, so that a client app finds any team in it', async () => {
    await createTeams(alice, ['b', 'a', 'c']);
    const whole = await list(project.server);
    expect(whole.is_paginated).toBe(false);
    expect(whole.pagination).toBeUndefined();
    expect(namesOf(whole)).toEqual(['b', 'a', 'c']);
    expect(namesOf(await list(project.server, 'order_by=created_at&desc=true'))).toEqual(['c', 'a', 'b']);
    expect(namesOf(await list(project.server, 'desc=false'))).toEqual(['b', 'a', 'c']);
  });

  it('of a user has the teams of which the user is a member', async () => {
    const [, shared] = await createTeams(alice, ['alone', 'shared']);
    await createTeams(bob, ["bob's"]);
    await project.addMember(shared ?? '', bob);
    expect(namesOf(await list(alice.client, 'user_id=me'))).toEqual(['alone', 'shared']);
    expect(namesOf(await list(bob.client, `user_id=${bob.id}`))).toEqual(['shared', "bob's"]);
    expect(namesOf(await list(project.server, `user_id=${bob.id}`))).toEqual(['shared', "bob's"]);
    expect(await list(project.server, 'user_id=12345678-9abc-4def-8123-456789abcdef')).toEqual({
      items: [],
      is_paginated: false,
    });
  });

  it('shows a client the fields meant for it', async () => {
    await createTeams(alice, ['mine']);
    const [team] = (await list(alice.client, 'user_id=me')).items;
    expect(Object.keys(team)).not.toContain('server_metadata');
    expect(Object.keys(team)).not.toContain('created_at_millis');
  });

  it.each(['asc', 'desc'])('goes page by page when asked to, %s, each team once, even of one moment', async (order) => {
    await createTeams(alice, ['1', '2']);
    for (const display_name of ['3', '4', '5']) await project.createTeam(alice, { display_name });
    const direction = order === 'desc' ? '&desc=true' : '';
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(
        project.server,
        `limit=2${direction}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      expect(page.is_paginated).toBe(true);
      seen.push(...namesOf(page));
      cursor = page.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(namesOf(await list(project.server, direction.slice(1))));
    expect(seen).toHaveLength(5);
  });

  it('goes on where it was left off although the team there was deleted meanwhile', async () => {
    const ids = await createTeams(alice, ['1', '2', '3']);
    const { pagination } = await list(project.server, 'limit=2');
    await server.call(project.server, 'DELETE', `/teams/${ids[1]}`);
    expect(namesOf(await list(project.server, `cursor=${pagination.next_cursor}`))).toEqual(['3']);
  });

  it('is searched by the beginning of the name or of a word in it, whatever the case, or by the id', async () => {
    const [first] = await createTeams(alice, ['Blue Rocket', 'rocketeers', '100% sure', 'other']);
    expect(namesOf(await list(project.server, 'query=ROCKET'))).toEqual(['Blue Rocket', 'rocketeers']);
    expect(namesOf(await list(project.server, 'query=100%25'))).toEqual(['100% sure']);
    expect(namesOf(await list(project.server, 'query=%25'))).toEqual([]);
    expect(namesOf(await list(project.server, 'query=ocket'))).toEqual([]);
    expect(namesOf(await list(project.server, 'query=blue%20rock'))).toEqual(['Blue Rocket']);
    expect(namesOf(await list(project.server, 'query=_'))).toEqual([]);
    expect(namesOf(await list(project.server, `query=${first?.toUpperCase()}`))).toEqual(['Blue Rocket']);
    expect(namesOf(await list(alice.client, 'user_id=me&query=sure'))).toEqual(['100% sure']);
  });

  it.each([
    'limit=0',
    'limit=1001',
    'limit=1.5',
    'order_by=display_name',
    'desc=maybe',
    'user_id=alice',
    'page=2',
    'query=%00',
  ])('refuses ?%s', async (query) => {
    const answer = await server.call(project.server, 'GET', `/teams?${query}`);
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
  });

  it.each(['x', '1,2', '-1,12345678-9abc-4def-8123-456789abcdef', `1e99,12345678-9abc-4def-8123-456789abcdef`, ',,'])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await server.call(project.server, 'GET', `/teams?cursor=${encodeURIComponent(cursor)}`);
      expect([answer.status, answer.code]).toEqual([400, null]);
    },
  );
});

describe('who sees which teams', () => {
  it.each([
    ['all teams as a client', '', () => alice.client, 403, null],
    ['the teams of another user as a client', () => `user_id=${bob.id}`, () => alice.client, 403, null],
    ['teams with nobody signed in', 'user_id=me', () => project.client, 401, 'USER_AUTHENTICATION_REQUIRED'],
    ['"me" as a server', 'user_id=me', () => project.server, 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
    ['teams without a key', '', () => ({}), 400, 'ACCESS_TYPE_REQUIRED'],
  ] as const)('%s: refused', async (_title, query, caller, status, code) => {
    await createTeams(bob, ["bob's"]);
    const answer = await server.call(caller(), 'GET', `/teams?${typeof query === 'function' ? query() : query}`);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  it('another project sees none of them', async () => {
    await createTeams(alice, ['mine']);
    const other = await server.createProject();
    expect((await list(other.server)).items).toEqual([]);
    expect((await list(other.server, `user_id=${alice.id}`)).items).toEqual([]);
  });
});
