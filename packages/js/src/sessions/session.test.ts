import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { cacheKeys } from '../cache/cache-keys.ts';
import { scopeOf } from '../http/scope.ts';
import { openClientApp, openServerApp } from '../testing/open-apps.ts';
import { type Proxy, startProxy } from '../testing/start-proxy.ts';
import type { Tokens } from './token-store.ts';

const password = 'correct horse battery';
const refresh = 'POST /api/v1/auth/oauth/token';

let server: TestServer;
let proxy: Proxy;
let project: TestProject;
let people = 0;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  proxy = await startProxy(server.url);
});
afterEach(() => proxy.close());

/** Somebody who signed up so long ago, by the server's clock, which stands right again afterwards. */
async function signUp(ago: { minutes: number; seconds?: number }) {
  const { minutes, seconds = 0 } = ago;
  server.clock.advance({ minutes: -minutes, seconds: -seconds });
  const app = openClientApp(proxy, project);
  const email = `person-${(people += 1)}@example.com`;
  await app.signUpWithCredential({ email, password, noVerificationCallback: true });
  server.clock.advance({ minutes, seconds });
  proxy.seen.length = 0;
  return { app, email };
}

function refreshes(): number {
  return proxy.seen.filter((request) => request === refresh).length;
}

describe('an access token', () => {
  it('is refreshed once for fifty callers at once', async () => {
    const { app } = await signUp({ minutes: 11 });
    const tokens = await Promise.all(Array.from({ length: 50 }, () => app.getAccessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(refreshes()).toBe(1);
    await app.getUser({ or: 'throw' });
    expect(refreshes()).toBe(1);
  });

  it('is refreshed before it expires, and not long before', async () => {
    const soon = await signUp({ minutes: 9, seconds: 40 });
    await soon.app.getUser({ or: 'throw' });
    expect(proxy.seen).toEqual([refresh, 'GET /api/v1/users/me']);

    const later = await signUp({ minutes: 9 });
    await later.app.getUser({ or: 'throw' });
    expect(proxy.seen).toEqual(['GET /api/v1/users/me']);
  });

  it('is refreshed once for fifty callers whom the server refuses, though this clock finds it good', async () => {
    const { app } = await signUp({ minutes: 0 });
    const user = await app.getUser({ or: 'throw' });
    server.clock.advance({ minutes: 11 });
    proxy.seen.length = 0;
    const teams = await Promise.all(Array.from({ length: 50 }, () => user.listTeams()));
    server.clock.advance({ minutes: -11 });
    expect(teams).toHaveLength(50);
    expect(refreshes()).toBe(1);
    expect(proxy.seen).toHaveLength(101);
  });

  it('is kept when the refresh finds no server', async () => {
    const { app } = await signUp({ minutes: 11 });
    proxy.answerWith({ status: 500, body: 'broken' });
    await expect(app.getUser()).rejects.toMatchObject({ code: 'REFUSED', status: 500 });
    proxy.answerWith(null);
    expect(await app.getUser()).not.toBeNull();
  });
});

describe('a session', () => {
  it('that has ended elsewhere is nobody, and its tokens are cleared', async () => {
    const { app } = await signUp({ minutes: 0 });
    const user = await app.getUser({ or: 'throw' });
    const { accessToken, refreshToken } = await app.getAuthJson();
    const elsewhere = openClientApp(server, project, {
      accessToken: accessToken ?? '',
      refreshToken: refreshToken ?? '',
    });
    await elsewhere.signOut();

    expect(await app.getUser()).toBeNull();
    expect(await app.getAuthJson()).toEqual({ accessToken: null, refreshToken: null });
    expect(await app.getPartialUser({ from: 'token' })).toBeNull();
    await expect(user.listApiKeys()).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
    proxy.seen.length = 0;
    expect(await app.getUser()).toBeNull();
    expect(proxy.seen).toEqual([]);
  });

  it('of garbage tokens is nobody', async () => {
    // No header can hold it.
    const unsendable = `a\n….${btoa(JSON.stringify({ sub: 'a', exp: 9e9 }))}.c`;
    const tokenStores = [
      { accessToken: 'garbage', refreshToken: 'garbage' },
      { accessToken: 'a.b.c', refreshToken: '' },
      { headers: { 'x-stack-auth': '{"accessToken":"a.b.c","refreshToken":"garbage"}' } },
      { headers: { authorization: `Bearer stackauth_${btoa('{"refreshToken":"garbage"}')}` } },
      { headers: { cookie: `latchkey-session-${project.id}=garbage.a.b.c` } },
      { headers: { 'x-stack-auth': JSON.stringify({ accessToken: unsendable, refreshToken: unsendable }) } },
      { accessToken: null, refreshToken: null },
    ];
    for (const tokenStore of tokenStores) {
      expect(await openClientApp(server, project).getUser({ tokenStore })).toBeNull();
    }
  });

  it('of another project is nobody', async () => {
    const { app } = await signUp({ minutes: 0 });
    const headers = await app.getAuthHeaders();
    const other = openClientApp(server, await server.createProject());
    expect(await other.getUser({ tokenStore: { headers } })).toBeNull();
  });

  it('travels in each of the three ways', async () => {
    const { app, email } = await signUp({ minutes: 0 });
    const { accessToken, refreshToken } = await app.getAuthJson();
    for (const headers of [
      await app.getAuthHeaders(),
      { authorization: (await app.getAuthorizationHeader()) ?? '' },
      { cookie: `latchkey-session-${project.id}=${refreshToken}.${accessToken}` },
    ]) {
      const elsewhere = openClientApp(server, project, null);
      expect((await elsewhere.getUser({ tokenStore: { headers } }))?.primaryEmail).toBe(email);
    }
  });

  it('that begins while another is refreshed is not overwritten by it', async () => {
    const { app } = await signUp({ minutes: 11 });
    const tokens = { accessToken: 'new', refreshToken: 'newer' };
    const refreshing = app.getAuthJson();
    await app.signInWithTokens(tokens);
    expect(await refreshing).toEqual(tokens);
    await app.signInWithTokens({ ...(await openSession()) });
    expect(await app.getUser()).not.toBeNull();
  });

  it('has begun once what shows whoever is signed in shows the one who is', async () => {
    const { app, email } = await signUp({ minutes: 0 });
    await app.signOut();
    const shown = scopeOf(app).cache.resource(cacheKeys.currentUser, () => app.getUser());
    const stop = shown.subscribe(() => undefined);
    const first = shown.getSnapshot();
    await (first.status === 'pending' ? first.promise : undefined);
    expect(shown.getSnapshot()).toEqual({ status: 'ready', value: null });
    await app.signInWithCredential({ email, password, noRedirect: true });
    expect(shown.getSnapshot()).toMatchObject({ status: 'ready', value: { primaryEmail: email } });
    stop();
  });

  it('that ends while it is refreshed is over for who waits', async () => {
    const { app } = await signUp({ minutes: 11 });
    const refreshing = app.getAuthJson();
    await app.signOut();
    await refreshing;
    expect(await app.getAuthJson()).toEqual({ accessToken: null, refreshToken: null });
    expect(await app.getUser()).toBeNull();
  });

  it('is taken by a server for what it is, whatever a token claims', async () => {
    const { app, email } = await signUp({ minutes: 0 });
    const stackServerApp = openServerApp(server, project);
    const ask = (tokenStore: Tokens) => stackServerApp.getPartialUser({ from: 'token', tokenStore });
    expect(await ask(await app.getAuthJson())).toMatchObject({ primaryEmail: email });
    const claims = { sub: 'root', exp: 9e9, email: 'root@example.com', email_verified: true };
    const accessToken = `a.${btoa(JSON.stringify(claims))}.c`.replaceAll('=', '');
    expect(await ask({ accessToken, refreshToken: 'garbage' })).toBeNull();
    expect(await app.getPartialUser({ from: 'token' })).toMatchObject({ isMultiFactorRequired: false });
  });

  it('of somebody else is not ended by signing out through an old object', async () => {
    const { app } = await signUp({ minutes: 0 });
    const old = await app.getUser({ or: 'throw' });
    await app.signInWithTokens(await openSession());
    await expect(old.signOut()).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
    await expect(old.getRefreshToken()).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
    const now = await app.getUser({ or: 'throw' });
    expect(now.id).not.toBe(old.id);
    await now.signOut();
    await now.signOut();
    expect(await app.getUser()).toBeNull();
  });
});

async function openSession() {
  const { client, refreshToken } = await project.createUser();
  return { accessToken: client['x-stack-access-token'] ?? '', refreshToken };
}
