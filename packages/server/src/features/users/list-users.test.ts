import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let users: Record<'alice' | 'albert' | 'bob' | 'carol' | 'restricted' | 'anonymous', string>;
let bob: TestUser;
let teamId: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  other = await server.createProject();
  await other.createUser({ display_name: 'Alice Elsewhere', primary_email: 'alice@example.com' });
  const add = async (fields: Record<string, unknown>): Promise<string> => {
    server.clock.advance({ seconds: 1 });
    const { status, body } = await server.call(project.server, 'POST', '/users', fields);
    expect(status).toBe(201);
    return body.id;
  };
  users = {
    alice: await add({ display_name: 'Alice Archer', primary_email: 'aa@example.com' }),
    albert: await add({ display_name: 'albert 100%', primary_email: 'alice.fan@example.com' }),
    bob: await add({ display_name: 'Bob' }),
    carol: await add({ primary_email: 'Carol_C@example.com' }),
    restricted: await add({ display_name: 'Alice the Restricted', restricted_by_admin: true }),
    anonymous: await add({ display_name: 'Alice the Anonymous', is_anonymous: true }),
  };
  server.clock.advance({ seconds: 1 });
  bob = await project.signIn(users.bob);
  const team = await project.createTeam(bob);
  teamId = team.id;
  await project.addMember(teamId, { ...bob, id: users.restricted });
});
afterAll(() => server.close());

async function list(query = '', caller = project.server): Promise<{ names: string[]; next: string | null }> {
  const { status, body } = await server.call(caller, 'GET', `/users?${query}`);
  expect([status, body.is_paginated]).toEqual([200, true]);
  const nameOf = Object.fromEntries(Object.entries(users).map(([name, id]) => [id, name]));
  const names = body.items.map(({ id }: { id: string }) => nameOf[id] ?? 'somebody else');
  return { names, next: body.pagination.next_cursor };
}

describe('GET /users', () => {
  it('lists the users who are neither restricted nor anonymous, oldest first, all of them', async () => {
    expect(await list()).toEqual({ names: ['alice', 'albert', 'bob', 'carol'], next: null });
  });

  it.each([
    ['include_restricted=true', ['alice', 'albert', 'bob', 'carol', 'restricted']],
    ['include_anonymous=true', ['alice', 'albert', 'bob', 'carol', 'restricted', 'anonymous']],
    ['only_anonymous=true', ['anonymous']],
    ['include_restricted=false&include_anonymous=false&only_anonymous=false', ['alice', 'albert', 'bob', 'carol']],
    ['desc=true', ['carol', 'bob', 'albert', 'alice']],
    ['order_by=signed_up_at&desc=false', ['alice', 'albert', 'bob', 'carol']],
    ['query=al', ['alice', 'albert']],
    ['query=AL', ['alice', 'albert']],
    ['query=alice', ['alice', 'albert']],
    ['query=arch', ['alice']],
    ['query=lice', []],
    ['query=100', ['albert']],
    ['query=carol_', ['carol']],
    ['query=c%25', []],
    ['query=car_l', []],
    ['query=albert%20100%25', ['albert']],
    ['query=%5C', []],
    ['query=', ['alice', 'albert', 'bob', 'carol']],
    ['query=alice&include_restricted=true', ['alice', 'albert', 'restricted']],
    ['query=alice&only_anonymous=true', ['anonymous']],
  ])('with %s lists %j', async (query, names) => {
    expect((await list(query)).names).toEqual(names);
  });

  it('finds a user by id, in any case', async () => {
    expect((await list(`query=${users.bob.toUpperCase()}`)).names).toEqual(['bob']);
    expect((await list(`query=${users.bob}`, other.server)).names).toEqual([]);
  });

  it('orders by the last activity', async () => {
    server.clock.advance({ minutes: 2 });
    const token = { refresh_token: bob.refreshToken, grant_type: 'refresh_token', client_id: project.id };
    await server.call({}, 'POST', '/auth/oauth/token', {
      ...token,
      client_secret: project.client['x-stack-publishable-client-key'],
    });
    expect((await list('order_by=last_active_at&desc=true')).names[0]).toBe('bob');
  });

  it('lists the members of a team', async () => {
    expect((await list(`team_id=${teamId}`)).names).toEqual(['bob']);
    expect((await list(`team_id=${teamId}&include_restricted=true`)).names).toEqual(['bob', 'restricted']);
    expect((await list('team_id=12345678-9abc-4def-8123-456789abcdef')).names).toEqual([]);
    expect((await list(`team_id=${teamId}&include_restricted=true`, other.server)).names).toEqual([]);
  });

  it.each(['', '&desc=true', '&order_by=last_active_at', '&include_anonymous=true&desc=true'])(
    'comes page by page, each user once (%s)',
    async (order) => {
      const whole = (await list(order.slice(1))).names;
      const pages: string[][] = [];
      let cursor = '';
      for (;;) {
        const page = await list(`limit=2${order}${cursor}`);
        pages.push(page.names);
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(pages.flat()).toEqual(whole);
      expect(pages.slice(0, -1).every((page) => page.length === 2)).toBe(true);
    },
  );

  it('names the first user of the next page as the cursor', async () => {
    expect((await list('limit=2')).next).toBe(users.bob);
    expect((await list(`limit=2&cursor=${users.bob}`)).names).toEqual(['bob', 'carol']);
    expect((await list('limit=4')).next).toBeNull();
  });

  it('says so when the user of the cursor is gone, instead of ending the list', async () => {
    const { status, code } = await server.call(
      project.server,
      'GET',
      '/users?cursor=12345678-9abc-4def-8123-456789abcdef',
    );
    expect([status, code]).toEqual([400, null]);
    const elsewhere = await server.call(other.server, 'GET', `/users?cursor=${users.bob}`);
    expect(elsewhere.status).toBe(400);
  });

  it.each([
    'limit=0',
    'limit=-1',
    'limit=1.5',
    'limit=1e3',
    'limit=many',
    'cursor=x',
    'order_by=name',
    'desc=1',
    'team_id=x',
    'query=%00',
    `query=${'q'.repeat(257)}`,
    'include_anonymous=maybe',
    'project_id=internal',
    'limit=1&limit=2',
  ])('refuses %s', async (query) => {
    const { status, code } = await server.call(project.server, 'GET', `/users?${query}`);
    expect([status, code]).toEqual([400, 'SCHEMA_ERROR']);
  });

  it('is for servers only', async () => {
    for (const caller of [project.client, bob.client]) {
      expect((await server.call(caller, 'GET', '/users')).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    }
    expect((await list('', project.admin)).names).toHaveLength(4);
  });

  it('leaves out users whose address is unverified where that restricts them', async () => {
    const strict = await server.createProject({ require_email_verification: true });
    const add = (fields: Record<string, unknown>) => server.call(strict.server, 'POST', '/users', fields);
    await add({ primary_email: 'unverified@example.com' });
    await add({});
    const verified = (await add({ primary_email: 'verified@example.com', primary_email_verified: true })).body;
    const shown = (await server.call(strict.server, 'GET', '/users')).body.items;
    expect(shown).toEqual([verified]);
    const all = (await server.call(strict.server, 'GET', '/users?include_restricted=true')).body.items;
    expect(all.map((user: { is_restricted: boolean }) => user.is_restricted)).toEqual(
      expect.arrayContaining([true, true, false]),
    );
  });
});
