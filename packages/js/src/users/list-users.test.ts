import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import type { StackServerApp } from '../apps/server-app.ts';
import { openServerApp } from '../testing/open-apps.ts';
import { type Proxy, startProxy } from '../testing/start-proxy.ts';

let server: TestServer;
let proxy: Proxy;
let app: StackServerApp;

beforeAll(async () => {
  server = await startTestServer();
  proxy = await startProxy(server.url);
  app = openServerApp(proxy, await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true }));
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

describe('the users of a project', () => {
  it('are listed by their state', async () => {
    const restricted = await app.createUser({ displayName: 'Mallory' });
    await restricted.update({ restrictedByAdmin: true });
    const late = await app.createUser({ displayName: 'Ada', primaryEmail: 'ada@example.com' });
    await app.createUser({ primaryEmail: 'lin@example.com', primaryEmailVerified: true });
    expect((await app.listUsers({ status: 'restricted' })).map(({ id }) => id)).toEqual([restricted.id]);
    const unverified = await app.listUsers({ status: 'emailNotVerified' });
    expect(unverified.map(({ id }) => id)).toContain(late.id);
    expect(unverified.some(({ primaryEmailVerified }) => primaryEmailVerified)).toBe(false);
    expect(await app.listUsers({ status: 'anonymous' })).toHaveLength(0);
  });

  it('say how many keys and teams they have, where asked to, also after they have changed', async () => {
    const user = await app.createUser({ displayName: 'Grace' });
    await user.createTeam({ displayName: 'Navy' });
    await user.createApiKey({ description: 'CI', expiresAt: null });
    const [listed] = await app.listUsers({ query: user.id, includeCounts: true });
    const counts = { apiKeys: { count: 1, isAtLeast: false }, teams: { count: 1, isAtLeast: false } };
    expect(listed).toMatchObject({ id: user.id, counts });
    await listed?.update({ displayName: 'Grace Hopper' });
    expect(listed).toMatchObject({ displayName: 'Grace Hopper', counts });
    expect((await app.listUsers({ query: user.id }))[0]?.counts).toBeUndefined();
  });
});

describe('the teams of a project', () => {
  it('are searched and paged, and say how many members and keys they have, where asked to', async () => {
    const user = await app.createUser();
    for (const displayName of ['Weather one', 'Weather two', 'Weather three']) {
      server.clock.advance({ seconds: 1 });
      await app.createTeam({ displayName, creatorUserId: user.id });
    }
    const page = await app.listTeams({ query: 'weather', limit: 2, desc: true, includeCounts: true });
    expect(page.map(({ displayName }) => displayName)).toEqual(['Weather three', 'Weather two']);
    expect(page[0]?.counts).toEqual({
      members: { count: 1, isAtLeast: false },
      apiKeys: { count: 0, isAtLeast: false },
    });
    const rest = await app.listTeams({ query: 'weather', limit: 2, desc: true, cursor: page.nextCursor ?? '' });
    expect(rest.map(({ displayName }) => displayName)).toEqual(['Weather one']);
    expect(rest.nextCursor).toBeNull();
    expect(rest[0]?.counts).toBeUndefined();
  });

  it('of a user are asked for one by one in one short request', async () => {
    const user = await app.createUser();
    const team = await user.createTeam({ displayName: 'Northwind' });
    proxy.seen.length = 0;
    expect((await user.getTeam(team.id))?.id).toBe(team.id);
    expect(proxy.seen).toHaveLength(1);
    expect(await user.getTeam('../teams')).toBeNull();
    expect(proxy.seen).toHaveLength(1);
  });
});
