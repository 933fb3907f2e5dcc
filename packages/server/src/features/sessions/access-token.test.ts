import {
  startTestServer,
  testSecret,
  type TestAnswer,
  type TestProject,
  type TestServer,
  type TestUser,
} from '@latchkey/test-kit';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer & { database: string };
let project: TestProject;
let alice: TestUser;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser({ primary_email: 'alice@example.com', display_name: 'Alice' });
  token = tokenOf(alice);
});

function tokenOf(user: TestUser): string {
  return user.client['x-stack-access-token'] ?? '';
}

function present(accessToken: string, headers: Record<string, string> = {}): Promise<TestAnswer> {
  return server.call({ ...project.client, 'x-stack-access-token': accessToken, ...headers }, 'GET', '/users/me');
}

async function refresh(user: TestUser): Promise<string> {
  const headers = { ...project.client, 'x-stack-refresh-token': user.refreshToken };
  return (await server.call(headers, 'POST', '/auth/sessions/current/refresh')).body.access_token;
}

const issuer = 'http://localhost:8102/api/v1';

describe('an access token', () => {
  it('has exactly the claims of the protocol', async () => {
    const { body: user } = await server.call(alice.client, 'GET', '/users/me');
    const now = Math.floor(server.clock.now().getTime() / 1_000);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', kid: expect.any(String) as string });
    expect(decodeJwt(token)).toEqual({
      sub: alice.id,
      iss: `${issuer}/projects/${project.id}`,
      aud: project.id,
      iat: now,
      exp: now + 600,
      project_id: project.id,
      branch_id: 'main',
      refresh_token_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      role: 'authenticated',
      name: 'Alice',
      email: 'alice@example.com',
      email_verified: false,
      selected_team_id: null,
      signed_up_at: Math.floor(user.signed_up_at_millis / 1_000),
      is_anonymous: false,
      is_restricted: false,
      restricted_reason: null,
      requires_totp_mfa: false,
    });
  });

  it('tells no name and no address where there are none', async () => {
    const nobody = await project.createUser();
    expect(decodeJwt(tokenOf(nobody))).toMatchObject({ name: null, email: null, email_verified: false });
  });

  it('tells the user’s present state after each refresh', async () => {
    const team = await project.createTeam(alice);
    const change = { display_name: 'Alicia', primary_email_verified: true, selected_team_id: team.id };
    expect((await server.call(project.server, 'PATCH', `/users/${alice.id}`, change)).status).toBe(200);
    expect(decodeJwt(await refresh(alice))).toMatchObject({
      name: 'Alicia',
      email_verified: true,
      selected_team_id: team.id,
    });
  });

  it('of an unverified user is for an audience of its own, where the project asks for verified addresses', async () => {
    project = await server.createProject({ require_email_verification: true });
    const bob = await project.createUser({ primary_email: 'bob@example.com' });
    expect(decodeJwt(tokenOf(bob))).toMatchObject({
      aud: `${project.id}:restricted`,
      iss: `${issuer}/projects-restricted-users/${project.id}`,
      is_restricted: true,
      restricted_reason: { type: 'email_not_verified' },
    });
    expect(await present(tokenOf(bob))).toMatchObject({
      status: 403,
      code: 'RESTRICTED_USER_NOT_ALLOWED',
      body: { details: { restricted_reason: { type: 'email_not_verified' } } },
    });
    expect((await present(tokenOf(bob), { 'x-stack-allow-restricted-user': 'true' })).status).toBe(200);
    await server.call(project.server, 'PATCH', `/users/${bob.id}`, { primary_email_verified: true });
    expect((await present(tokenOf(bob))).status).toBe(200);
    expect(decodeJwt(await refresh(bob)).aud).toBe(project.id);
  });

  it('of an anonymous user is for an audience of its own', async () => {
    const ghost = await project.createUser({ is_anonymous: true });
    expect(decodeJwt(tokenOf(ghost))).toMatchObject({
      aud: `${project.id}:anon`,
      iss: `${issuer}/projects-anonymous-users/${project.id}`,
      is_anonymous: true,
      is_restricted: true,
      restricted_reason: { type: 'anonymous' },
    });
    expect((await present(tokenOf(ghost))).code).toBe('ANONYMOUS_AUTHENTICATION_NOT_ALLOWED');
    expect((await present(tokenOf(ghost), { 'x-stack-allow-restricted-user': 'true' })).status).toBe(401);
    expect((await present(tokenOf(ghost), { 'x-stack-allow-anonymous-user': 'true' })).status).toBe(200);
  });

  it('lives for ten minutes, and then says whose it was', async () => {
    server.clock.advance({ seconds: 599 });
    expect((await present(token)).status).toBe(200);
    server.clock.advance({ seconds: 2 });
    const { exp = 0, refresh_token_id } = decodeJwt(token);
    expect(await present(token)).toMatchObject({
      status: 401,
      code: 'ACCESS_TOKEN_EXPIRED',
      body: {
        details: { expired_at_millis: exp * 1_000, project_id: project.id, user_id: alice.id, refresh_token_id },
      },
    });
  });

  it('lives no longer than its session', async () => {
    const { body } = await server.call(project.server, 'POST', '/auth/sessions', {
      user_id: alice.id,
      expires_in_millis: 30_000,
    });
    const { iat = 0, exp = 0 } = decodeJwt(body.access_token as string);
    expect(exp - iat).toBeLessThanOrEqual(30);
    server.clock.advance({ seconds: 31 });
    expect((await present(body.access_token as string)).code).toBe('ACCESS_TOKEN_EXPIRED');
  });

  it('counts as expired from the moment its session ends', async () => {
    const { refresh_token_id } = decodeJwt(token);
    await server.call(project.server, 'DELETE', `/auth/sessions/${String(refresh_token_id)}`);
    expect(await present(token)).toMatchObject({
      status: 401,
      code: 'ACCESS_TOKEN_EXPIRED',
      body: {
        details: {
          expired_at_millis: server.clock.now().getTime(),
          project_id: project.id,
          user_id: alice.id,
          refresh_token_id,
        },
      },
    });
  });

  it('of a deleted user is a call of nobody', async () => {
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    expect((await present(token)).code).toBe('CANNOT_GET_OWN_USER_WITHOUT_USER');
  });

  it('of another project is refused by name', async () => {
    const other = await server.createProject();
    const bob = await other.createUser();
    expect(await present(tokenOf(bob))).toMatchObject({
      status: 401,
      code: 'INVALID_PROJECT_FOR_ACCESS_TOKEN',
      body: { details: { expected_project_id: project.id, actual_project_id: other.id } },
    });
  });

  it('is read together with others of the same moment, each by its own session', async () => {
    const users = await Promise.all(Array.from({ length: 8 }, () => project.createUser()));
    const answers = await Promise.all(users.map((user) => present(tokenOf(user))));
    expect(answers.map(({ body }) => (body as { id: string }).id)).toEqual(users.map(({ id }) => id));
  });

  it('is accepted through a rotation of the secret, and not after it', async () => {
    const newer = 'a new secret that only tests know, long';
    const node = await startTestServer({ database: server.database, secrets: [newer, testSecret] });
    expect((await node.call(alice.client, 'GET', '/users/me')).status).toBe(200);
    const refreshed = await node.call(
      { ...project.client, 'x-stack-refresh-token': alice.refreshToken },
      'POST',
      '/auth/sessions/current/refresh',
    );
    const later = await startTestServer({ database: server.database, secrets: [newer] });
    const held = (accessToken: string) =>
      later.call(
        { ...project.client, 'x-stack-publishable-client-key': '', 'x-stack-access-token': accessToken },
        'GET',
        '/users/me',
      );
    expect((await held(refreshed.body.access_token as string)).status).toBe(200);
    expect((await held(token)).code).toBe('UNPARSABLE_ACCESS_TOKEN');
    await node.close();
    await later.close();
  });
});
