import { randomUUID } from 'node:crypto';
import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { decodeJwt } from 'jose';
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
  alice = await project.createUser({ display_name: 'Alice' });
  bob = await project.createUser({ display_name: 'Bob' });
});

function sessionIdOf(user: TestUser): string {
  return String(decodeJwt(user.client['x-stack-access-token'] ?? '').refresh_token_id);
}

function withRefreshToken(caller: Record<string, string>, refreshToken: string): Record<string, string> {
  return { ...caller, 'x-stack-refresh-token': refreshToken };
}

async function isSignedIn(user: TestUser): Promise<boolean> {
  return (await server.call(user.client, 'GET', '/users/me')).status === 200;
}

function reasonOf({ status, code }: TestAnswer) {
  return [status, code];
}

/** A refusal that changed nothing. */
async function expectRefusal(attempt: () => Promise<TestAnswer>, reason: unknown[]): Promise<void> {
  const before = await server.snapshot(['sessions', 'users']);
  expect(reasonOf(await attempt())).toEqual(reason);
  expect(await server.snapshot(['sessions', 'users'])).toEqual(before);
}

describe('a session that the application’s server starts', () => {
  const create = (body: unknown, caller = project.server) => server.call(caller, 'POST', '/auth/sessions', body);

  it('is the user’s, with two tokens, of which the database knows neither', async () => {
    const answer = await create({ user_id: alice.id });
    expect(answer.status).toBe(200);
    expect(answer.body.refresh_token).toMatch(/^[0-9a-hjkmnp-tv-z]{45}$/);
    const client = { ...project.client, 'x-stack-access-token': answer.body.access_token };
    expect((await server.call(client, 'GET', '/users/me')).body.id).toBe(alice.id);
    const stored = JSON.stringify(await server.snapshot(['sessions']));
    expect(stored).not.toContain(answer.body.refresh_token);
    expect(stored).not.toContain(Buffer.from(answer.body.refresh_token as string).toString('hex'));
  });

  it('lasts as long as was asked for, a year else', async () => {
    const { body } = await create({ user_id: alice.id, expires_in_millis: '3600000' });
    const token = withRefreshToken(project.client, body.refresh_token as string);
    const refresh = () => server.call(token, 'POST', '/auth/sessions/current/refresh');
    server.clock.advance({ minutes: 59 });
    expect((await refresh()).status).toBe(200);
    server.clock.advance({ minutes: 1 });
    expect(reasonOf(await refresh())).toEqual([401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']);
    const year = await project.signIn(alice.id);
    server.clock.advance({ days: 364 });
    const lasting = withRefreshToken(project.client, year.refreshToken);
    expect((await server.call(lasting, 'POST', '/auth/sessions/current/refresh')).status).toBe(200);
    server.clock.advance({ days: 1 });
    expect((await server.call(lasting, 'POST', '/auth/sessions/current/refresh')).status).toBe(401);
  });

  it.each([
    ['for nobody', {}, [400, 'SCHEMA_ERROR']],
    ['for something that is no id', { user_id: 'alice' }, [400, 'SCHEMA_ERROR']],
    ['for ever', { expires_in_millis: 31_708_800_001 }, [400, 'SCHEMA_ERROR']],
    ['for no time', { expires_in_millis: 0 }, [400, 'SCHEMA_ERROR']],
    ['for half a millisecond', { expires_in_millis: 0.5 }, [400, 'SCHEMA_ERROR']],
    ['with an unknown property', { surprise: true }, [400, 'SCHEMA_ERROR']],
    ['for an unknown user', { user_id: randomUUID() }, [400, 'USER_ID_DOES_NOT_EXIST']],
  ])('is not started %s', async (title, change, reason) => {
    const body = title === 'for nobody' ? {} : { user_id: alice.id, ...change };
    await expectRefusal(() => create(body), reason);
  });

  it('is not started for a user of another project, who looks unknown', async () => {
    const stranger = await other.createUser();
    await expectRefusal(() => create({ user_id: stranger.id }), [400, 'USER_ID_DOES_NOT_EXIST']);
  });

  it.each([
    ['a client', () => project.client, [401, 'INSUFFICIENT_ACCESS_TYPE']],
    ['a signed-in client', () => alice.client, [401, 'INSUFFICIENT_ACCESS_TYPE']],
    ['nobody', () => ({}), [400, 'ACCESS_TYPE_REQUIRED']],
    [
      'a server with a wrong key',
      () => ({ ...project.server, 'x-stack-secret-server-key': 'ssk_wrong' }),
      [401, 'INVALID_SECRET_SERVER_KEY'],
    ],
    [
      'the server of another project',
      () => ({ ...other.server, 'x-stack-project-id': project.id }),
      [401, 'INVALID_SECRET_SERVER_KEY'],
    ],
  ])('cannot be started by %s', async (_title, caller, reason) => {
    await expectRefusal(() => create({ user_id: alice.id }, caller()), reason);
  });

  it('is either whole or not there, when the user is deleted at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const user = await project.createUser();
      const [started, deleted] = await Promise.all([
        create({ user_id: user.id }),
        server.call(project.server, 'DELETE', `/users/${user.id}`),
      ]);
      expect(deleted.status).toBe(200);
      expect([200, 400]).toContain(started.status);
    }
  });
});

describe('the list of sessions', () => {
  const list = (caller: Record<string, string>, query: string) => server.call(caller, 'GET', `/auth/sessions${query}`);

  it('shows the user’s own live sessions, newest first, and marks the one in use', async () => {
    server.clock.advance({ seconds: 1 });
    const second = await project.signIn(alice.id);
    await server.call(project.server, 'POST', '/auth/sessions', { user_id: alice.id, expires_in_millis: 1_000 });
    server.clock.advance({ seconds: 1 });
    const answer = await list(second.client, '?user_id=me');
    expect(answer.status).toBe(200);
    const createdAt = server.clock.now().getTime() - 1_000;
    const item = { user_id: alice.id, is_impersonation: false };
    expect(answer.body).toEqual({
      is_paginated: false,
      items: [
        { ...item, id: sessionIdOf(second), created_at: createdAt, last_used_at: createdAt, is_current_session: true },
        {
          ...item,
          id: sessionIdOf(alice),
          created_at: createdAt - 1_000,
          last_used_at: createdAt - 1_000,
          is_current_session: false,
        },
      ],
    });
  });

  it('shows the application’s server those of any user, and tells impersonation', async () => {
    const body = { user_id: bob.id, is_impersonation: true, expires_in_millis: 60_000 };
    await server.call(project.server, 'POST', '/auth/sessions', body);
    const answer = await list(project.server, `?user_id=${bob.id}`);
    expect(answer.body.items.map((item: { is_impersonation: boolean }) => item.is_impersonation).sort()).toEqual([
      false,
      true,
    ]);
    expect(answer.body.items[0]).not.toHaveProperty('is_current_session');
  });

  it('can be read page by page, also when sessions end in between', async () => {
    for (let count = 0; count < 4; count += 1) await project.signIn(alice.id);
    const whole = (await list(project.server, `?user_id=${alice.id}`)).body.items as { id: string }[];
    expect(whole).toHaveLength(5);
    const first = (await list(project.server, `?user_id=${alice.id}&limit=2`)).body;
    expect(first.is_paginated).toBe(true);
    await server.call(project.server, 'DELETE', `/auth/sessions/${whole[1]?.id ?? ''}`);
    const second = (await list(project.server, `?user_id=${alice.id}&limit=2&cursor=${first.pagination.next_cursor}`))
      .body;
    const third = (await list(project.server, `?user_id=${alice.id}&limit=2&cursor=${second.pagination.next_cursor}`))
      .body;
    expect([...first.items, ...second.items, ...third.items].map(({ id }: { id: string }) => id)).toEqual(
      whole.map(({ id }) => id),
    );
    expect(third.pagination.next_cursor).toBeNull();
  });

  it.each([
    ['of nobody in particular', () => list(alice.client, ''), [400, 'SCHEMA_ERROR']],
    ['of another user', () => list(alice.client, `?user_id=${bob.id}`), [403, null]],
    ['without a user', () => list(project.client, '?user_id=me'), [401, 'USER_AUTHENTICATION_REQUIRED']],
    [
      'of "me" for a server without a user',
      () => list(project.server, '?user_id=me'),
      [400, 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
    ],
    ['from a made-up place', () => list(alice.client, '?user_id=me&cursor=1'), [400, null]],
    ['in pages of none', () => list(project.server, '?user_id=me&limit=0'), [400, 'SCHEMA_ERROR']],
  ])('is refused %s', async (_title, attempt, reason) => {
    await expectRefusal(attempt, reason);
  });

  it('of a user of another project is as empty as that of an unknown user', async () => {
    const stranger = await other.createUser();
    const unknown = (await list(project.server, `?user_id=${randomUUID()}`)).body;
    expect((await list(project.server, `?user_id=${stranger.id}`)).body).toEqual(unknown);
  });
});

describe('signing out', () => {
  const signOut = (caller: Record<string, string>) => server.call(caller, 'DELETE', '/auth/sessions/current', {});

  it('ends the session at once: neither of its tokens opens anything', async () => {
    const elsewhere = await project.signIn(alice.id);
    expect((await signOut(alice.client)).body).toEqual({ success: true });
    expect((await server.call(alice.client, 'GET', '/users/me')).code).toBe('ACCESS_TOKEN_EXPIRED');
    const refreshing = withRefreshToken(project.client, alice.refreshToken);
    expect((await server.call(refreshing, 'POST', '/auth/sessions/current/refresh')).status).toBe(401);
    expect(await isSignedIn(elsewhere)).toBe(true);
    expect(await isSignedIn(bob)).toBe(true);
  });

  it('a second time finds the session gone', async () => {
    const outcomes = await Promise.all([signOut(alice.client), signOut(alice.client), signOut(alice.client)]);
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ status }) => status !== 200)) {
      expect(outcome.status).toBe(401);
      expect(['REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED', 'ACCESS_TOKEN_EXPIRED']).toContain(outcome.code);
    }
  });

  it('of a deleted user finds the session gone', async () => {
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    await expectRefusal(() => signOut(alice.client), [401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']);
  });

  it('works without a body, and for a user whom something restricts', async () => {
    project = await server.createProject({ require_email_verification: true });
    const carol = await project.createUser({ primary_email: 'carol@example.com' });
    const caller = { ...carol.client, 'x-stack-allow-anonymous-user': 'true' };
    expect((await server.call(caller, 'DELETE', '/auth/sessions/current')).status).toBe(200);
  });

  it.each([
    ['by nobody', () => signOut(project.client), [401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']],
    ['by a server without a user', () => signOut(project.server), [401, 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']],
    [
      'in another project',
      () => signOut({ ...other.client, 'x-stack-access-token': alice.client['x-stack-access-token'] ?? '' }),
      [401, 'INVALID_PROJECT_FOR_ACCESS_TOKEN'],
    ],
  ])('is refused %s', async (_title, attempt, reason) => {
    await expectRefusal(attempt, reason);
    expect(await isSignedIn(alice)).toBe(true);
  });
});

describe('ending a session by its id', () => {
  const end = (caller: Record<string, string>, id: string, query = '') =>
    server.call(caller, 'DELETE', `/auth/sessions/${id}${query}`);

  it('ends one of the user’s other sessions at once', async () => {
    const lost = await project.signIn(alice.id);
    expect((await end(alice.client, sessionIdOf(lost), '?user_id=me')).body).toEqual({ success: true });
    expect(await isSignedIn(lost)).toBe(false);
    expect(await isSignedIn(alice)).toBe(true);
  });

  it.each(['', '?user_id='])('ends anybody’s for the application’s server (%s)', async (query) => {
    const answer = await end(project.server, sessionIdOf(bob), query === '' ? '' : query + bob.id);
    expect(answer.status).toBe(200);
    expect(await isSignedIn(bob)).toBe(false);
  });

  it.each([
    [
      'the one in use',
      () => end(alice.client, sessionIdOf(alice), '?user_id=me'),
      [400, 'CANNOT_DELETE_CURRENT_SESSION'],
    ],
    [
      'the one in use, in capitals',
      () => end(alice.client, sessionIdOf(alice).toUpperCase(), '?user_id=me'),
      [400, 'CANNOT_DELETE_CURRENT_SESSION'],
    ],
    ['another user’s', () => end(alice.client, sessionIdOf(bob), '?user_id=me'), [404, null]],
    ['another user’s by name', () => end(alice.client, sessionIdOf(bob), `?user_id=${bob.id}`), [403, null]],
    ['an unknown one', () => end(alice.client, randomUUID(), '?user_id=me'), [404, null]],
    ['a wrong user’s', () => end(project.server, sessionIdOf(bob), `?user_id=${alice.id}`), [404, null]],
    ['something that is no id', () => end(project.server, 'nothing'), [400, 'SCHEMA_ERROR']],
    ['anybody’s, without a user', () => end(project.client, sessionIdOf(bob)), [401, 'USER_AUTHENTICATION_REQUIRED']],
    ['another project’s', () => end(other.server, sessionIdOf(bob)), [404, null]],
  ])('does not end %s', async (_title, attempt, reason) => {
    await expectRefusal(attempt, reason);
  });
});
