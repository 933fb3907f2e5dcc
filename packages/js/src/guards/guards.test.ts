import { request as nodeRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import type { UserApiKeyFirstView } from '../api-keys/api-key.ts';
import { StackServerApp } from '../apps/server-app.ts';
import { openServerApp } from '../testing/open-apps.ts';
import { type GuardedApi, startGuardedApis } from '../testing/start-guarded-apis.ts';
import { type Proxy, startProxy } from '../testing/start-proxy.ts';
import type { ServerUser } from '../users/server-user.ts';
import { apiKeyOf } from './api-key-of.ts';
import { type ApiKeyVerifier, createApiKeyVerifier } from './api-key-verifier.ts';
import { expressGuard } from './express-guard.ts';

const frameworks = ['express', 'fastify', 'hono', 'web handlers'];

let server: TestServer;
let proxy: Proxy;
let project: TestProject;
let stackServerApp: StackServerApp;
let apis: GuardedApi[];
let userOnlyApis: GuardedApi[];
let user: ServerUser;
let userKey: UserApiKeyFirstView;

beforeAll(async () => {
  server = await startTestServer();
  proxy = await startProxy(server.url);
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  stackServerApp = openServerApp(proxy, project);
  apis = await startGuardedApis(createApiKeyVerifier(stackServerApp, { realm: 'weather' }));
  userOnlyApis = await startGuardedApis(createApiKeyVerifier(stackServerApp, { realm: 'weather', kinds: ['user'] }));
  user = await stackServerApp.createUser({ displayName: 'Ada' });
  userKey = await user.createApiKey({ description: 'CI', expiresAt: null });
});
afterAll(async () => {
  await Promise.all([...apis, ...userOnlyApis].map((api) => api.close()));
  await proxy.close();
  await server.close();
});

function apiOn(framework: string, from = apis): GuardedApi {
  const api = from.find((candidate) => candidate.framework === framework);
  if (api === undefined) throw new Error(`no API on ${framework}`);
  return api;
}

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** Through Node's client: `fetch` joins headers that are sent twice. */
function call(url: string, sent: Record<string, string | string[]> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = nodeRequest(url, { method, headers: sent }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      const { date, ...headers } = incoming.headers;
      incoming.on('end', () => resolve({ status: incoming.statusCode, headers, body }));
    });
    outgoing.on('error', reject).end();
  });
}

function bearer(key: string) {
  return { authorization: `Bearer ${key}` };
}

describe.each(frameworks)('the guard of %s', (framework) => {
  it('lets a valid key pass in either header, and the handler learns whose it is', async () => {
    const { url } = apiOn(framework);
    const team = await stackServerApp.createTeam({ displayName: 'Northwind' });
    const teamKey = await team.createApiKey({ description: 'Worker', expiresAt: null });
    for (const headers of [
      bearer(userKey.value),
      { authorization: `bEaReR  ${userKey.value} ` },
      { 'x-api-key': userKey.value },
    ]) {
      const answer = await call(url, headers);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ user: user.id });
    }
    expect(JSON.parse((await call(url, bearer(teamKey.value))).body)).toMatchObject({ team: team.id });
    expect((await call(url, { ...bearer(userKey.value), 'x-api-key': userKey.value }, 'POST')).status).toBe(200);
    // Another scheme is none of the guard's business.
    expect((await call(url, { authorization: 'Basic YTpi', 'x-api-key': userKey.value })).status).toBe(200);
  });

  it('refuses every other request with the same words, before its handler runs', async () => {
    const { url, runs } = apiOn(framework, userOnlyApis);
    const before = runs();
    const team = await stackServerApp.createTeam({ displayName: 'Northwind' });
    const teamKey = await team.createApiKey({ description: 'Worker', expiresAt: null });
    const revoked = await user.createApiKey({ description: 'Old', expiresAt: null });
    await revoked.revoke();
    const expired = await user.createApiKey({ description: 'Older', expiresAt: new Date(0) });
    const lastDigit = userKey.value.endsWith('0') ? '1' : '0';

    const missing = await call(url);
    expect(missing).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="weather"', 'cache-control': 'no-store' },
    });
    for (const headers of [bearer(''), { 'x-api-key': '' }, { authorization: userKey.value }]) {
      expect(await call(url, headers)).toMatchObject({ status: 401, headers: missing.headers, body: missing.body });
    }
    const withKeyInQuery = await call(`${url}?api_key=${userKey.value}&access_token=${userKey.value}`);
    expect(withKeyInQuery).toMatchObject({ status: 401, headers: missing.headers, body: missing.body });

    const presented: Record<string, string | string[]>[] = [
      bearer('who are you'),
      bearer(userKey.value.slice(0, -1) + lastDigit),
      bearer(revoked.value),
      bearer(expired.value),
      bearer(teamKey.value),
      bearer('x'.repeat(10_000)),
      { 'x-api-key': 'ÿ'.repeat(10_000) },
      { ...bearer(userKey.value), 'x-api-key': revoked.value },
      { 'x-api-key': [userKey.value, revoked.value] },
      { authorization: `Bearer ${userKey.value}, Bearer ${userKey.value}` },
    ];
    for (const headers of presented) {
      const answer = await call(url, headers, 'POST');
      expect(answer).toMatchObject({
        status: 401,
        body: missing.body,
        headers: {
          'www-authenticate': 'Bearer realm="weather", error="invalid_token"',
          'cache-control': 'no-store',
          'content-type': 'text/plain; charset=utf-8',
        },
      });
      expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(missing.headers).sort());
    }
    expect(runs()).toBe(before);
  });

  it('refuses a key on the very next request after it was revoked', async () => {
    const { url } = apiOn(framework);
    const key = await user.createApiKey({ description: 'Short', expiresAt: null });
    expect((await call(url, bearer(key.value))).status).toBe(200);
    await key.revoke();
    expect((await call(url, bearer(key.value))).status).toBe(401);
  });

  it('answers 503, not 401, while Latchkey cannot say', async () => {
    const { url, runs } = apiOn(framework);
    const before = runs();
    proxy.answerWith({ status: 502, body: 'bad gateway' });
    const failing = await call(url, bearer(userKey.value));
    proxy.answerWith({ status: 503, headers: { 'retry-after': '30' } });
    const busy = await call(url, bearer(userKey.value));
    proxy.answerWith(null);
    expect(failing).toMatchObject({ status: 503, headers: { 'retry-after': '5', 'cache-control': 'no-store' } });
    expect(busy).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    expect(failing.body).not.toContain('gateway');
    expect(runs()).toBe(before);
  });
});

describe('a verifier', () => {
  it('tells logs why a request is refused', async () => {
    const verifier = createApiKeyVerifier(stackServerApp, { kinds: ['team'] });
    const reasonOf = async (headers: Record<string, string>) => {
      const verification = await verifier.verify(new Request('http://localhost', { headers }));
      return verification.valid ? null : verification.reason;
    };
    const revoked = await user.createApiKey({ description: 'Old', expiresAt: null });
    await revoked.revoke();
    expect(await reasonOf({})).toBe('missing');
    expect(await reasonOf(bearer('nonsense'))).toBe('not_found');
    expect(await reasonOf(bearer(revoked.value))).toBe('revoked');
    expect(await reasonOf(bearer(userKey.value))).toBe('wrong_kind');
    expect(await reasonOf({ ...bearer(userKey.value), 'x-api-key': 'another' })).toBe('ambiguous');
  });

  it('asks Latchkey once for a key, and not at all for what can be none', async () => {
    const verifier = createApiKeyVerifier(stackServerApp);
    proxy.seen.length = 0;
    await verifier.verify({ headers: { 'x-api-key': 'x'.repeat(513) } });
    await verifier.verify({ headers: {} });
    expect(proxy.seen).toEqual([]);
    await verifier.verify({ headers: { 'x-api-key': userKey.value } });
    expect(proxy.seen).toEqual(['POST /api/v1/latchkey/api-keys/check']);
  });

  it('takes no realm that would break a header', () => {
    expect(() => createApiKeyVerifier(stackServerApp, { realm: 'a"b' })).toThrow('realm');
    expect(() => createApiKeyVerifier(stackServerApp, { realm: 'a\r\nb' })).toThrow('realm');
  });
});

describe('a guard', () => {
  it('answers 503 where there is no server at all', async () => {
    const closed = await startProxy(server.url);
    await closed.close();
    const started = await startGuardedApis(createApiKeyVerifier(openServerApp(closed, project)));
    const answer = await call(apiOn('express', started).url, bearer(userKey.value));
    await Promise.all(started.map((api) => api.close()));
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });

  it.each(frameworks.slice(0, 2))(
    'on %s makes a wrong server key a fault of the application, not of its caller',
    async (framework) => {
      const wrong = new StackServerApp({
        baseUrl: server.url,
        projectId: project.id,
        secretServerKey: 'ssk_wrong',
        tokenStore: null,
      });
      const started = await startGuardedApis(createApiKeyVerifier(wrong));
      const answer = await call(apiOn(framework, started).url, bearer(userKey.value));
      await Promise.all(started.map((api) => api.close()));
      expect(answer.status).toBe(500);
    },
  );
});

describe('the guard of express', () => {
  it.each([undefined, null, 'route', 'router', new Error('broken')])(
    'lets nothing pass when a check throws %s',
    async (thrown) => {
      const verifier: ApiKeyVerifier = {
        realm: 'api',
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what others throw may be anything
        verify: () => Promise.reject(thrown),
      };
      const started = await startGuardedApis(verifier);
      const api = apiOn('express', started);
      const answer = await call(api.url, bearer(userKey.value));
      await Promise.all(started.map(({ close }) => close()));
      expect(answer.status).toBe(500);
      expect(api.runs()).toBe(0);
    },
  );

  it('hands on that something else has answered meanwhile, and crashes nothing', async () => {
    const response = {
      writeHead() {
        throw new Error('Cannot write headers after they are sent to the client');
      },
      end: () => undefined,
    };
    const passed = await new Promise((resolve) => {
      expressGuard(createApiKeyVerifier(stackServerApp))({ headers: {} }, response, resolve);
    });
    expect(passed).toMatchObject({ message: expect.stringContaining('after they are sent') });
  });
});

describe('apiKeyOf', () => {
  it('does not answer for a request that no guard let pass', () => {
    expect(() => apiKeyOf(new Request('http://localhost', { headers: bearer(userKey.value) }))).toThrow('No guard');
  });
});
