import { randomUUID } from 'node:crypto';
import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signingKeysOf } from './signing-keys.ts';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  token = tokenOf(alice);
});

function tokenOf(user: TestUser): string {
  return user.client['x-stack-access-token'] ?? '';
}

describe('the published keys', () => {
  it('verify a token anywhere, without a question to the server', async () => {
    const keys = createRemoteJWKSet(new URL(`${server.url}/api/v1/projects/${project.id}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(token, keys, {
      audience: project.id,
      issuer: `http://localhost:8102/api/v1/projects/${project.id}`,
      algorithms: ['ES256'],
    });
    expect(payload.sub).toBe(alice.id);
  });

  it.each([
    ['', ['']],
    ['?include_restricted=true', ['', ':restricted']],
    ['?include_anonymous=true', ['', ':restricted', ':anon']],
    ['?include_restricted=false&include_anonymous=false', ['']],
  ])('asked for with "%s" are two for each of %j', async (query, suffixes) => {
    const answer = await server.call({}, 'GET', `/projects/${project.id}/.well-known/jwks.json${query}`);
    const expected = await Promise.all(
      suffixes.map(async (suffix) => (await signingKeysOf(server.deps.secrets, project.id + suffix)).published),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(answer.body).toEqual({ keys: expected.flat().map(({ publicJwk }) => publicJwk) });
    expect(JSON.stringify(answer.body)).not.toContain('"d"');
  });

  it.each(['unknown', 'internal%00', '%00', 'x'.repeat(65)])(
    'of a project called %s do not exist',
    async (projectId) => {
      const answer = await server.call({}, 'GET', `/projects/${projectId}/.well-known/jwks.json`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('cache-control')).toBe('no-store, max-age=0');
    },
  );

  it('of an unknown project are not found', async () => {
    const projectId = randomUUID();
    const answer = await server.call({}, 'GET', `/projects/${projectId}/.well-known/jwks.json`);
    expect([answer.status, answer.code]).toEqual([404, 'PROJECT_NOT_FOUND']);
    expect(answer.body.details).toEqual({ project_id: projectId });
  });
});
