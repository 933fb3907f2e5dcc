import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let alice: TestUser;

const email = 'alice@example.com';
const oldPassword = 'correct horse battery';
const newPassword = 'staple battery horse';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password: oldPassword });
});

async function signInStatus(password: string): Promise<number> {
  return (await server.call(project.client, 'POST', '/auth/password/sign-in', { email, password })).status;
}

async function isSignedIn(user: TestUser): Promise<boolean> {
  return (await server.call(user.client, 'GET', '/users/me')).status === 200;
}

async function expectRefusal(attempt: () => Promise<TestAnswer>, reason: unknown[]): Promise<TestAnswer> {
  const before = await server.snapshot(['sessions', 'users', 'verification_codes']);
  const answer = await attempt();
  expect([answer.status, answer.code]).toEqual(reason);
  expect(await server.snapshot(['sessions', 'users', 'verification_codes'])).toEqual(before);
  return answer;
}

describe('a change of the password', () => {
  const update = (change: Record<string, unknown> = {}, caller = alice.client) =>
    server.call(caller, 'POST', '/auth/password/update', {
      old_password: oldPassword,
      new_password: newPassword,
      ...change,
    });

  it('replaces it, keeps this session, and ends all others at once', async () => {
    const elsewhere = await project.signIn(alice.id);
    const bob = await project.createUser();
    expect((await update()).body).toEqual({ success: true });
    expect(await isSignedIn(alice)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(bob)).toBe(true);
    expect(await signInStatus(oldPassword)).toBe(400);
    expect(await signInStatus(newPassword)).toBe(200);
  });

  it('takes the reset links with it that were mailed before', async () => {
    const request = { email, callback_url: 'http://localhost:3000/reset' };
    await server.call(project.client, 'POST', '/auth/password/send-reset-code', request);
    const code = /code=(\w+)/.exec((await server.mails()).at(-1)?.text ?? '')?.[1];
    await update();
    const answer = await server.call(project.client, 'POST', '/auth/password/reset', {
      code,
      password: 'stolen password',
    });
    expect(answer.code).toBe('VERIFICATION_CODE_NOT_FOUND');
    expect(await signInStatus(newPassword)).toBe(200);
  });

  it('by several at the same time is made by one', async () => {
    const passwords = Array.from({ length: 4 }, (_, index) => `${newPassword} ${index}`);
    const answers = await Promise.all(passwords.map((password) => update({ new_password: password })));
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { code } of answers.filter(({ status }) => status !== 200)) {
      expect(code).toBe('PASSWORD_CONFIRMATION_MISMATCH');
    }
    expect(await signInStatus(passwords[won] ?? '')).toBe(200);
  });

  it.each([
    ['a wrong present password', { old_password: 'wrong' }, [400, 'PASSWORD_CONFIRMATION_MISMATCH']],
    ['too short a new one', { new_password: 'short' }, [400, 'PASSWORD_TOO_SHORT']],
    ['too long a new one', { new_password: 'x'.repeat(71) }, [400, 'PASSWORD_TOO_LONG']],
    ['no present password', { old_password: undefined }, [400, 'SCHEMA_ERROR']],
    ['an unknown property', { user_id: 'me' }, [400, 'SCHEMA_ERROR']],
  ])('with %s is refused', async (_title, change, reason) => {
    await expectRefusal(() => update(change), reason);
    expect(await isSignedIn(alice)).toBe(true);
  });

  it.each([
    ['nobody', () => project.client, [401, 'USER_AUTHENTICATION_REQUIRED']],
    ['a server without a user', () => project.server, [401, 'USER_AUTHENTICATION_REQUIRED']],
  ])('by %s is refused', async (_title, caller, reason) => {
    await expectRefusal(() => update({}, caller()), reason);
  });

  it('of a user without one is refused', async () => {
    const bob = await project.createUser();
    await expectRefusal(() => update({}, bob.client), [400, 'USER_DOES_NOT_HAVE_PASSWORD']);
  });

  it('after a sign-out is refused', async () => {
    await server.call(alice.client, 'DELETE', '/auth/sessions/current');
    await expectRefusal(() => update(), [401, 'ACCESS_TOKEN_EXPIRED']);
  });
});

describe('a first password', () => {
  let bob: TestUser;

  beforeEach(async () => {
    bob = await project.createUser({ primary_email: 'bob@example.com', primary_email_auth_enabled: true });
  });

  const set = (password: string, caller = bob.client) =>
    server.call(caller, 'POST', '/auth/password/set', { password });

  it('opens the account, keeps this session, and ends all others', async () => {
    const elsewhere = await project.signIn(bob.id);
    expect((await set(newPassword)).status).toBe(200);
    expect(await isSignedIn(bob)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    const answer = await server.call(project.client, 'POST', '/auth/password/sign-in', {
      email: 'bob@example.com',
      password: newPassword,
    });
    expect(answer.body.user_id).toBe(bob.id);
  });

  it('is set once, also by several at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, (_, index) => set(`${newPassword} ${index}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('does not replace one that is there', async () => {
    await expectRefusal(() => set(newPassword, alice.client), [400, null]);
    expect(await signInStatus(oldPassword)).toBe(200);
  });

  it.each([
    ['too short', 'short', [400, 'PASSWORD_TOO_SHORT']],
    ['too long', 'x'.repeat(71), [400, 'PASSWORD_TOO_LONG']],
  ])('that is %s is refused', async (_title, password, reason) => {
    await expectRefusal(() => set(password), reason);
  });

  it('is refused to nobody, and where passwords are switched off', async () => {
    await expectRefusal(() => set(newPassword, project.client), [401, 'USER_AUTHENTICATION_REQUIRED']);
    const other = await server.createProject({ credential_enabled: false });
    const carol = await other.createUser();
    await expectRefusal(() => set(newPassword, carol.client), [400, 'PASSWORD_AUTHENTICATION_NOT_ENABLED']);
  });
});
