import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
  bob = await project.createUser();
});

/** A refusal that changed nothing. */
async function expectRefusal(attempt: () => Promise<TestAnswer>, reason: unknown[]): Promise<void> {
  const before = await server.snapshot(['sessions', 'users']);
  const { status, code } = await attempt();
  expect([status, code]).toEqual(reason);
  expect(await server.snapshot(['sessions', 'users'])).toEqual(before);
}

describe('a refresh', () => {
  const refresh = (refreshToken: string, caller = project.client) =>
    server.call({ ...caller, 'x-stack-refresh-token': refreshToken }, 'POST', '/auth/sessions/current/refresh');

  it('makes a new access token as often as is asked, also at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(alice.refreshToken)));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      const client = { ...project.client, 'x-stack-access-token': body.access_token as string };
      expect((await server.call(client, 'GET', '/users/me')).body.id).toBe(alice.id);
    }
  });

  it('records the use at most once a minute, as the user’s activity too', async () => {
    const before = await server.snapshot(['sessions', 'users']);
    server.clock.advance({ seconds: 59 });
    await refresh(alice.refreshToken);
    expect(await server.snapshot(['sessions', 'users'])).toEqual(before);
    server.clock.advance({ seconds: 1 });
    await refresh(alice.refreshToken);
    const [session] = (await server.call(project.server, 'GET', `/auth/sessions?user_id=${alice.id}`)).body.items;
    expect(session.last_used_at).toBe(server.clock.now().getTime());
    const user = (await server.call(project.server, 'GET', `/users/${alice.id}`)).body;
    expect(user.last_active_at_millis).toBe(server.clock.now().getTime());
  });

  it('of somebody who acts as the user is no activity of the user', async () => {
    const wanted = { user_id: bob.id, is_impersonation: true };
    const { body } = await server.call(project.server, 'POST', '/auth/sessions', wanted);
    const activity = async () =>
      (await server.call(project.server, 'GET', `/users/${bob.id}`)).body.last_active_at_millis;
    const before = await activity();
    server.clock.advance({ minutes: 2 });
    expect((await refresh(body.refresh_token as string)).status).toBe(200);
    expect(await activity()).toBe(before);
  });

  it.each([
    ['no token', () => refresh('')],
    ['an unknown token', () => refresh('0'.repeat(45))],
    ['an access token', () => refresh(alice.client['x-stack-access-token'] ?? '')],
    ['a token with a digit changed', () => refresh(alice.refreshToken.slice(1) + '0')],
    ['a token in capitals', () => refresh(alice.refreshToken.toUpperCase())],
    ['a token of another project', () => refresh(alice.refreshToken, other.client)],
  ])('with %s is refused', async (_title, attempt) => {
    server.clock.advance({ minutes: 2 });
    await expectRefusal(attempt, [401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']);
  });

  it('of a deleted user is refused', async () => {
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    await expectRefusal(() => refresh(alice.refreshToken), [401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']);
  });
});
