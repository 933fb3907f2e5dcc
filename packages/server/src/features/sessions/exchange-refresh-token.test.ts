import { randomUUID } from 'node:crypto';
import { startTestServer, testSecret, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer & { database: string };
let project: TestProject;
let alice: TestUser;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
});

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** As the SDK does it: a form, and no header of the protocol. */
async function exchange(fields: Record<string, string>, url = server.url): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/auth/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}

function grant(change: Record<string, string> = {}): Record<string, string> {
  return {
    grant_type: 'refresh_token',
    refresh_token: alice.refreshToken,
    client_id: project.id,
    client_secret: '__stack_public_client__',
    ...change,
  };
}

function publishableKeyOf({ client }: TestProject): string {
  return client['x-stack-publishable-client-key'] ?? '';
}

describe('the exchange of a refresh token', () => {
  it('answers as RFC 6749 and the protocol have it', async () => {
    const { status, headers, body } = await exchange(grant());
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('cache-control')).toBe('no-store, max-age=0');
    expect(headers.get('pragma')).toBe('no-cache');
    expect(headers.has('www-authenticate')).toBe(false);
    expect(body).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token: alice.refreshToken,
      scope: 'legacy',
      is_new_user: false,
      newUser: false,
      after_callback_redirect_url: null,
      afterCallbackRedirectUrl: null,
    });
    const client = { ...project.client, 'x-stack-access-token': String(body['access_token']) };
    expect((await server.call(client, 'GET', '/users/me')).body.id).toBe(alice.id);
  });

  it('takes JSON as well', async () => {
    expect((await server.call({}, 'POST', '/auth/oauth/token', grant())).status).toBe(200);
  });

  it.each([
    ['the fixed word of public clients', {}],
    ['no secret', { client_secret: '' }],
    ['the branch main', { client_id: '#main' }],
  ])('admits a client with %s', async (_title, change) => {
    const fields = grant(change);
    if (fields['client_id'] === '#main') fields['client_id'] = `${project.id}#main`;
    expect((await exchange(fields)).status).toBe(200);
  });

  it('ignores parameters it does not know, as RFC 6749 section 3.2 has it', async () => {
    expect((await exchange(grant({ audience: 'https://api.example.com', username: 'bob' }))).body).toMatchObject({
      refresh_token: alice.refreshToken,
    });
  });

  it.each(['grant_type', 'refresh_token', 'client_id', 'client_secret', 'scope'])(
    'takes no %s that is anything but a text',
    async (parameter) => {
      for (const value of [null, 5, true, ['a'], { a: 1 }]) {
        const answer = await server.call({}, 'POST', '/auth/oauth/token', { ...grant(), [parameter]: value });
        expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
        expect(answer.body.details.message).toContain(parameter);
      }
    },
  );

  it('admits a client with a publishable key', async () => {
    expect((await exchange(grant({ client_secret: publishableKeyOf(project) }))).status).toBe(200);
  });

  it('works for several at the same time, with one token', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => exchange(grant())));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('works through a rotation of the secret', async () => {
    const node = await startTestServer({
      database: server.database,
      secrets: ['a new secret that only tests know, long', testSecret],
    });
    const { status, body } = await exchange(grant(), node.url);
    expect(status).toBe(200);
    const client = { ...project.client, 'x-stack-access-token': String(body['access_token']) };
    expect((await node.call(client, 'GET', '/users/me')).status).toBe(200);
    await node.close();
  });

  it('asks for a publishable key where the project does', async () => {
    project = await server.createProject({ require_publishable_client_key: true });
    alice = await project.createUser();
    for (const client_secret of ['__stack_public_client__', '', 'pck_wrong']) {
      expect(await exchange(grant({ client_secret }))).toMatchObject({
        status: 400,
        body: { code: 'INVALID_OAUTH_CLIENT_ID_OR_SECRET', details: { client_id: project.id } },
      });
    }
    expect((await exchange(grant({ client_secret: publishableKeyOf(project) }))).status).toBe(200);
  });
});

describe('the exchange is refused', () => {
  it.each<[string, () => Record<string, string> | Promise<Record<string, string>>, number, string]>([
    ['of an unknown token', () => grant({ refresh_token: '0'.repeat(45) }), 401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED'],
    ['of an empty token', () => grant({ refresh_token: '' }), 401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED'],
    [
      'of another project’s token',
      async () => grant({ refresh_token: (await (await server.createProject()).createUser()).refreshToken }),
      401,
      'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED',
    ],
    ['for an unknown project', () => grant({ client_id: randomUUID() }), 400, 'INVALID_OAUTH_CLIENT_ID_OR_SECRET'],
    ['for no project', () => grant({ client_id: '' }), 400, 'INVALID_OAUTH_CLIENT_ID_OR_SECRET'],
    ['for another branch', () => grant({ client_id: `${project.id}#dev` }), 400, 'INVALID_OAUTH_CLIENT_ID_OR_SECRET'],
    ['for two branches', () => grant({ client_id: `${project.id}#main#` }), 400, 'INVALID_OAUTH_CLIENT_ID_OR_SECRET'],
    ['with a wrong key', () => grant({ client_secret: 'pck_wrong' }), 400, 'INVALID_OAUTH_CLIENT_ID_OR_SECRET'],
    [
      'with a key of another kind',
      () => grant({ client_secret: project.server['x-stack-secret-server-key'] ?? '' }),
      400,
      'INVALID_OAUTH_CLIENT_ID_OR_SECRET',
    ],
    [
      'with another project’s key',
      async () => grant({ client_secret: publishableKeyOf(await server.createProject()) }),
      400,
      'INVALID_OAUTH_CLIENT_ID_OR_SECRET',
    ],
    ['for another grant', () => grant({ grant_type: 'password' }), 400, 'SCHEMA_ERROR'],
    ['without anything', () => ({}), 400, 'SCHEMA_ERROR'],
  ])('%s', async (_title, fields, status, code) => {
    const given = await fields();
    server.clock.advance({ minutes: 2 });
    const before = await server.snapshot(['sessions', 'users']);
    const answer = await exchange(given);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.headers.get('x-stack-known-error')).toBe(code);
    expect(answer.headers.has('www-authenticate')).toBe(false);
    expect(await server.snapshot(['sessions', 'users'])).toEqual(before);
  });

  it('after a sign-out', async () => {
    await server.call(alice.client, 'DELETE', '/auth/sessions/current');
    expect((await exchange(grant())).body['code']).toBe('REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED');
  });
});
