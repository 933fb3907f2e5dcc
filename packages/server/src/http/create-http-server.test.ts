import { connect } from 'node:net';
import { once } from 'node:events';
import { type Route, routes } from '@latchkey/contract';
import { callDuring, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from './create-http-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true });
});
afterAll(() => server.close());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, init);

describe('every answer', () => {
  it('says not to be stored, has a request id, and can be read from any origin', async () => {
    for (const answer of [
      await server.call(project.client, 'GET', '/projects/current'),
      await server.call({}, 'GET', '/nothing'),
      await server.call({}, 'OPTIONS', '/projects/current'),
      await get('/health'),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store, max-age=0');
      expect(answer.headers.get('x-stack-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toContain('x-hexclave-known-error');
    }
  });

  it('comes from /api/latest and with a trailing slash alike', async () => {
    for (const path of ['/api/latest/projects/current', '/api/v1/projects/current/', '/api/latest/projects/current/']) {
      expect((await get(path, { headers: project.client })).status, path).toBe(200);
    }
  });

  it('is 404 in plain text for an unknown path', async () => {
    const response = await get('/api/v1/nothing/here');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(response.headers.has('x-stack-known-error')).toBe(false);
  });

  it.each([
    ['a path that is not percent-encoded well', '/api/v1/internal/config%/override/project', 400],
    ['a parameter longer than any id', `/api/v1/users/${'x'.repeat(600)}`, 404],
  ])('is in plain text for %s', async (_title, path, status) => {
    const response = await get(path, { headers: project.server });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8']);
    expect(response.headers.get('x-stack-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('comes to a client that expects what we do not know, too', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.end('GET /health HTTP/1.1\r\nhost: localhost\r\nexpect: a miracle\r\n\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 200/);
  });

  it('is 405 for each path of the route table with a method it does not have', async () => {
    const methodsOf = new Map<string, string[]>();
    for (const { path, method } of Object.values<Route>(routes))
      methodsOf.set(path, [...(methodsOf.get(path) ?? []), method]);
    for (const [path, known] of methodsOf) {
      const other = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].find((method) => !known.includes(method));
      if (other === undefined) continue;
      const response = await get(`/api/v1${path}`, { method: other });
      expect(response.status, `${other} ${path}`).toBe(405);
      expect(response.headers.get('allow')).toBe([...known, 'OPTIONS'].join(', '));
    }
  });

  it('is mounted for each route of the table', async () => {
    for (const { path, method } of Object.values<Route>(routes)) {
      const response = await get(`/api/v1${path}`, { method });
      expect(await response.text(), `${method} ${path}`).not.toMatch(
        /nothing at this address|does not take this method/,
      );
    }
  });

  it('hides a 4xx behind 200 where the client asks for it, in its own spelling', async () => {
    for (const spelling of ['x-stack-', 'x-hexclave-']) {
      const response = await get('/api/v1/projects/current', {
        headers: { [`${spelling}override-error-status`]: 'true' },
      });
      expect([response.status, response.headers.get(`${spelling}actual-status`)]).toEqual([200, '400']);
      expect(response.headers.get(`${spelling}known-error`)).toBe('ACCESS_TYPE_REQUIRED');
    }
  });
});

describe('a preflight', () => {
  it('is answered before anything is asked, with every header in both spellings', async () => {
    const response = await get('/api/v1/users/me', { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
    expect([response.status, await response.text()]).toEqual([200, '']);
    const allowed = response.headers.get('access-control-allow-headers') ?? '';
    for (const name of [
      'x-stack-access-token',
      'x-hexclave-access-token',
      'content-type',
      'authorization',
      'baggage',
    ]) {
      expect(allowed).toContain(name);
    }
    expect(response.headers.get('access-control-max-age')).toBe('86400');
  });
});

describe('a body', () => {
  const post = (body: NonNullable<RequestInit['body']>, contentType: string) =>
    get('/api/v1/user-api-keys/check', {
      method: 'POST',
      body,
      headers: { ...project.server, 'content-type': contentType },
    });

  it.each([
    ['bad JSON', '{', 'application/json'],
    ['JSON of another character set', Buffer.from([0x22, 0xff, 0x22]), 'application/json'],
    ['a type we do not read', 'x', 'application/xml'],
    ['a type that is no type', '{"api_key":"x"}', 'json'],
    ['a type that is empty', '{"api_key":"x"}', ''],
    ['two types', '{"api_key":"x"}', 'application/json, text/plain'],
    ['JSON nested deeper than a stack', '['.repeat(10_000), 'application/json'],
  ])('is refused: %s', async (_title, body, contentType) => {
    const response = await post(body, contentType);
    expect([response.status, response.headers.get('x-stack-known-error')]).toEqual([400, 'BODY_PARSING_ERROR']);
    const { details, error } = (await response.json()) as { details: { message: string }; error: string };
    expect(details.message).toBe(error);
  });

  it('is refused when it is larger than 64 KiB', async () => {
    expect((await post(JSON.stringify({ api_key: 'x'.repeat(70_000) }), 'application/json')).status).toBe(413);
  });

  it('may be missing or {} where none is needed, and is ignored on GET', async () => {
    const headers = { ...project.client, 'content-type': 'application/json' };
    expect((await get('/api/v1/projects/current', { headers })).status).toBe(200);
  });

  it('names every problem, the requested path, and no value of a query', async () => {
    const response = await get('/api/v1/user-api-keys/check?secret=abc', {
      method: 'POST',
      body: '{"colour":1}',
      headers: { ...project.server, 'content-type': 'application/json' },
    });
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain('POST /api/v1/user-api-keys/check');
    for (const part of ['body.api_key is missing', 'colour', 'secret']) expect(error).toContain(part);
    expect(error).not.toContain('abc');
  });
});

describe('a request that comes while what it refers to is being deleted', () => {
  it('is told that the project is gone', async () => {
    const doomed = await server.createProject();
    const answer = await callDuring(
      server.deps,
      (db) => db.deleteFrom('projects').where('id', '=', doomed.id).execute(),
      () => server.call(doomed.server, 'POST', '/users', {}),
    );
    expect([answer.status, answer.code]).toEqual([400, 'CURRENT_PROJECT_NOT_FOUND']);
    expect(answer.body.details).toEqual({ project_id: doomed.id });
  });

  it('is told in plain text that something else is gone', async () => {
    const team = await project.createTeam(null);
    const invitation = { email: 'bob@example.com', team_id: team.id, callback_url: 'http://localhost/' };
    const answer = await callDuring(
      server.deps,
      (db) => db.deleteFrom('teams').where('id', '=', team.id).execute(),
      () => server.call(project.server, 'POST', '/team-invitations/send-code', invitation),
    );
    expect([answer.status, answer.code, answer.body]).toEqual([409, null, expect.stringContaining('deleted')]);
  });
});

describe('a request that trickles in', () => {
  it('has half a minute, so that nobody holds connections for nothing', () => {
    const app = createHttpServer({ ...server.deps, trustedProxies: [] });
    expect(app.server.requestTimeout).toBe(30_000);
  });
});

describe('what is not even HTTP', () => {
  it('is answered with 400 and the connection closed', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.end('GARBAGE\r\n\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 400/);
  });

  it('is answered with 431 when its headers are larger than the parser takes', async () => {
    const response = await get('/api/v1/projects/current', { headers: { 'x-stack-project-id': 'x'.repeat(20_000) } });
    expect([response.status, response.headers.get('connection')]).toEqual([431, 'close']);
  });

  it('does not keep the server from answering the next one', async () => {
    const response = await get('/api/v1/projects/%', { headers: project.client });
    expect(response.status).toBeLessThan(500);
    expect((await get('/health')).status).toBe(200);
  });
});
