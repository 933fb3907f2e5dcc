import {
  startTestServer,
  type TestAnswer,
  type TestCaller,
  type TestProject,
  type TestServer,
  type TestUser,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../platform/random.ts';
import { composeApiKey } from './api-key-format.ts';

/*
 * A key that somebody presented: the check, the verdict, the search; and the list of the project.
 */
let server: TestServer;
let node2: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let team: { id: string };
let userKey: { id: string; value: string };
let teamKey: { id: string; value: string };

beforeAll(async () => {
  const first = await startTestServer();
  server = first;
  node2 = await startTestServer({ database: first.database });
  other = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
});
afterAll(async () => {
  await node2.close();
  await server.close();
});

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser({ primary_email: 'alice@example.com', display_name: 'Alice' });
  team = await project.createTeam(alice, { display_name: 'Builders' });
  userKey = (await server.call(alice.client, 'POST', '/user-api-keys', wish({ user_id: 'me' }))).body;
  teamKey = (await server.call(alice.client, 'POST', '/team-api-keys', wish({ team_id: team.id }))).body;
});

function wish(fields: Record<string, unknown>) {
  return { description: 'A program', expires_at_millis: null, ...fields };
}

function check(
  value: string,
  kind: 'user' | 'team' = 'user',
  caller: TestCaller = project.server,
): Promise<TestAnswer> {
  return server.call(caller, 'POST', `/${kind}-api-keys/check`, { api_key: value });
}

function judge(value: string, caller: TestCaller = project.server): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/latchkey/api-keys/check', { api_key: value });
}

describe('the check', () => {
  it('answers whose key it is, and writes nothing', async () => {
    const before = await server.snapshot(['api_keys', 'users', 'sessions', 'throttles']);
    const answer = await check(userKey.value);
    expect(answer.body).toEqual({ ...userKey, value: { last_four: userKey.value.slice(-4) } });
    expect((await check(teamKey.value, 'team')).body.team_id).toBe(team.id);
    expect(await server.snapshot(['api_keys', 'users', 'sessions', 'throttles'])).toEqual(before);
  });

  it('tells a key of the other kind by its types', async () => {
    const answer = await check(userKey.value, 'team');
    expect([answer.status, answer.code]).toEqual([400, 'WRONG_API_KEY_TYPE']);
    expect(answer.body.details).toEqual({ expected_type: 'team', actual_type: 'user' });
  });

  it.each([
    ['nothing', ''],
    ['garbage', 'hello'],
    ['a long string', 'sk_'.repeat(10_000)],
    ['a NUL character', 'sk_\0'],
    ['half of a surrogate pair', 'sk_\ud800'],
    [
      'a well-formed key that was never issued',
      composeApiKey(systemRandom, { isPublic: false, id: systemRandom.uuid(), kind: 'user' }),
    ],
  ])('does not find %s', async (_title, value) => {
    const answer = await check(value);
    expect([answer.status, answer.code]).toEqual([404, 'API_KEY_NOT_FOUND']);
    expect((await judge(value)).body).toEqual({ valid: false, reason: 'not_found' });
  });

  it('does not find a key whose secret is another, though its id exists', async () => {
    const forged = composeApiKey(systemRandom, { isPublic: false, id: userKey.id, kind: 'user' });
    expect((await check(forged)).code).toBe('API_KEY_NOT_FOUND');
  });

  it("does not find another project's key", async () => {
    expect((await check(userKey.value, 'user', other.server)).code).toBe('API_KEY_NOT_FOUND');
    expect((await judge(userKey.value, other.server)).body).toEqual({ valid: false, reason: 'not_found' });
  });

  it('does not take what is not a string', async () => {
    for (const api_key of [null, 7, {}, ['x'], undefined]) {
      expect((await server.call(project.server, 'POST', '/user-api-keys/check', { api_key })).code).toBe(
        'SCHEMA_ERROR',
      );
    }
  });

  it('is for servers and administrators only', async () => {
    expect((await check(userKey.value, 'user', alice.client)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await judge(userKey.value, alice.client)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await check(userKey.value, 'user', project.admin)).status).toBe(200);
    expect((await check(userKey.value, 'user', {})).code).toBe('ACCESS_TYPE_REQUIRED');
  });

  it('does not take an API key for a session or for a project key', async () => {
    const asToken = { ...project.client, 'x-stack-access-token': userKey.value };
    expect((await server.call(asToken, 'GET', '/users/me')).code).toBe('UNPARSABLE_ACCESS_TOKEN');
    const asSecret = { ...project.server, 'x-stack-secret-server-key': userKey.value };
    expect((await check(userKey.value, 'user', asSecret)).code).toBe('INVALID_SECRET_SERVER_KEY');
  });
});

describe('a key is refused on every node once this is acknowledged:', () => {
  const refusals: [what: string, act: () => Promise<TestAnswer>, code: string | null, reason: string][] = [
    [
      'its revocation',
      () => server.call(alice.client, 'PATCH', `/user-api-keys/${userKey.id}`, { revoked: true }),
      'API_KEY_REVOKED',
      'revoked',
    ],
    [
      'its expiry brought forward',
      () => server.call(project.server, 'PATCH', `/user-api-keys/${userKey.id}`, { expires_at_millis: 1 }),
      'API_KEY_EXPIRED',
      'expired',
    ],
    [
      'the restriction of its owner',
      () => server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: true }),
      'API_KEY_NOT_FOUND',
      'owner_restricted',
    ],
    [
      'the deletion of its owner',
      () => server.call(project.server, 'DELETE', `/users/${alice.id}`),
      'API_KEY_NOT_FOUND',
      'not_found',
    ],
    [
      'the kind switched off',
      () =>
        server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { allow_user_api_keys: false } }),
      null,
      'kind_disabled',
    ],
  ];

  it.each(refusals)('%s', async (_what, act, code, reason) => {
    expect((await act()).status).toBe(200);
    for (const node of [server, node2]) {
      const answer = await node.call(project.server, 'POST', '/user-api-keys/check', { api_key: userKey.value });
      expect([answer.status >= 400, answer.code]).toEqual([true, code]);
      const verdict = await node.call(project.server, 'POST', '/latchkey/api-keys/check', { api_key: userKey.value });
      expect(verdict.body).toEqual({ valid: false, reason });
    }
  });

  it('the deletion of its team', async () => {
    expect((await server.call(project.server, 'DELETE', `/teams/${team.id}`)).status).toBe(200);
    expect((await node2.call(project.server, 'POST', '/team-api-keys/check', { api_key: teamKey.value })).code).toBe(
      'API_KEY_NOT_FOUND',
    );
  });

  it('its moment of expiry', async () => {
    const expires_at_millis = server.clock.now().getTime() + 1_000;
    await server.call(project.server, 'PATCH', `/user-api-keys/${userKey.id}`, { expires_at_millis });
    expect((await check(userKey.value)).status).toBe(200);
    server.clock.advance({ seconds: 1 });
    expect((await check(userKey.value)).code).toBe('API_KEY_EXPIRED');
  });

  it('and accepted again once a restriction or a switch is taken back', async () => {
    await server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: true });
    await server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: false });
    await server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { allow_user_api_keys: false } });
    await server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { allow_user_api_keys: true } });
    expect((await check(userKey.value)).status).toBe(200);
  });
});

describe('the verdict', () => {
  it('answers the key with its owner in one round trip', async () => {
    const forUser = (await judge(userKey.value)).body;
    expect(forUser).toMatchObject({
      valid: true,
      key: { id: userKey.id },
      user: { id: alice.id, primary_email: 'alice@example.com' },
    });
    const forTeam = (await judge(teamKey.value)).body;
    expect(forTeam).toMatchObject({
      valid: true,
      key: { id: teamKey.id },
      team: { id: team.id, display_name: 'Builders' },
    });
  });
});

describe('the search for a pasted key', () => {
  it('finds it whatever its state, within the project', async () => {
    await server.call(alice.client, 'PATCH', `/user-api-keys/${userKey.id}`, { revoked: true });
    const find = (caller: TestCaller) =>
      server.call(caller, 'POST', '/latchkey/api-keys/find', { api_key: userKey.value });
    expect((await find(project.server)).body).toMatchObject({ id: userKey.id, creator: { user_id: alice.id } });
    expect((await find(other.server)).code).toBe('API_KEY_NOT_FOUND');
    expect((await find(alice.client)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
  });
});

describe('the list of the project', () => {
  const list = async (query: string) => (await server.call(project.server, 'GET', `/latchkey/api-keys?${query}`)).body;

  it('holds the keys of all owners, filtered as asked', async () => {
    const ids = async (query: string) => (await list(query)).items.map(({ id }: { id: string }) => id);
    expect(new Set(await ids(''))).toEqual(new Set([userKey.id, teamKey.id]));
    expect(await ids('kind=team')).toEqual([teamKey.id]);
    expect(await ids(`owner_id=${alice.id}`)).toEqual([userKey.id]);
    const soon = server.clock.now().getTime() + 60_000;
    await server.call(project.server, 'PATCH', `/user-api-keys/${userKey.id}`, { expires_at_millis: soon });
    expect(await ids(`expires_before=${soon + 1}`)).toEqual([userKey.id]);
    expect(await ids(`expires_before=${soon}`)).toEqual([]);
    expect(await ids('order_by=expires_at')).toEqual([userKey.id, teamKey.id]);
  });

  it.each(['created_at', 'expires_at'])('walks every page once by %s, in both directions', async (column) => {
    for (let index = 0; index < 5; index += 1) {
      const expires_at_millis = index % 2 === 0 ? null : 4_000_000_000_000 + index;
      await server.call(project.server, 'POST', '/user-api-keys', wish({ user_id: alice.id, expires_at_millis }));
    }
    for (const desc of ['true', 'false']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await list(`order_by=${column}&desc=${desc}&limit=2${cursor}`);
        seen.push(...page.items.map(({ id }: { id: string }) => id));
        cursor = page.pagination.next_cursor === null ? '' : `&cursor=${page.pagination.next_cursor}`;
      } while (cursor !== '');
      expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    }
  });

  it.each(['created_at', 'expires_at'])('goes on by %s when the key a page ended with is gone', async (column) => {
    const guest = await project.createUser();
    const expires_at_millis = 4_000_000_000_000;
    await server.call(project.server, 'POST', '/user-api-keys', wish({ user_id: alice.id, expires_at_millis }));
    server.clock.advance({ seconds: 1 });
    await server.call(project.server, 'POST', '/user-api-keys', wish({ user_id: guest.id, expires_at_millis: 1 }));
    const order = `order_by=${column}&limit=1`;
    const first = await list(order);
    expect(first.items[0].user_id).toBe(guest.id);
    await server.call(project.server, 'DELETE', `/users/${guest.id}`);
    const rest = await list(`order_by=${column}&limit=9&cursor=${first.pagination.next_cursor}`);
    expect(rest.items).toHaveLength(3);
  });

  it('refuses clients and too large pages', async () => {
    expect((await server.call(alice.client, 'GET', '/latchkey/api-keys')).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await server.call(project.server, 'GET', '/latchkey/api-keys?limit=201')).code).toBe('SCHEMA_ERROR');
  });

  it.each([
    '?cursor=x',
    '?cursor=',
    '?cursor=1',
    '?cursor=-1,12345678-9abc-4def-8123-456789abcdef',
    '?cursor=999999999999999,12345678-9abc-4def-8123-456789abcdef',
    '?cursor=infinity,12345678-9abc-4def-8123-456789abcdef',
    '?order_by=expires_at&cursor=never,12345678-9abc-4def-8123-456789abcdef',
    '?cursor=1,12345678-9abc-4def-8123-456789abcdef,1',
  ])('says that %s is no cursor of it', async (query) => {
    const answer = await server.call(project.server, 'GET', `/latchkey/api-keys${query}`);
    expect([answer.status, answer.code, answer.body]).toEqual([400, null, expect.stringContaining('cursor')]);
  });
});

describe('revoking many', () => {
  it('tells what became of each, and touches no other project', async () => {
    const elsewhere = await other.createUser();
    const theirs = (await server.call(other.server, 'POST', '/user-api-keys', wish({ user_id: elsewhere.id }))).body;
    const revoke = (ids: string[]) => server.call(project.server, 'POST', '/latchkey/api-keys/revoke', { ids });
    await revoke([userKey.id]);
    const { body } = await revoke([userKey.id, teamKey.id, teamKey.id, theirs.id]);
    expect(body.items).toEqual([
      { id: userKey.id, outcome: 'already_revoked' },
      { id: teamKey.id, outcome: 'revoked' },
      { id: theirs.id, outcome: 'not_found' },
    ]);
    expect((await check(theirs.value, 'user', other.server)).status).toBe(200);
    expect((await revoke([])).code).toBe('SCHEMA_ERROR');
    expect((await server.call(alice.client, 'POST', '/latchkey/api-keys/revoke', { ids: [teamKey.id] })).code).toBe(
      'INSUFFICIENT_ACCESS_TYPE',
    );
  });
});

it('a check goes on when a newer node adds a column to the table of keys', async () => {
  const check = () => node2.call(project.server, 'POST', '/user-api-keys/check', { api_key: userKey.value });
  // So that the statement is prepared on more than one connection.
  await Promise.all(Array.from({ length: 5 }, check));
  await server.deps.pool.query('alter table api_keys add column added_later text');
  try {
    const answers = await Promise.all(Array.from({ length: 5 }, check));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  } finally {
    await server.deps.pool.query('alter table api_keys drop column added_later');
  }
});
