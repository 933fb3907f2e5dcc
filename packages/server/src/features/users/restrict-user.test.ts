import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { hash } from '@node-rs/bcrypt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/*
 * What the server changes about a user that reaches further than the user's row: passwords and restrictions.
 */
let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;

const email = 'alice@example.com';
const password = 'correct horse';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true });
  alice = await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
});

function update(fields: unknown, caller = project.server, userId = alice.id) {
  return server.call(caller, 'PATCH', `/users/${userId}`, fields);
}

async function signIn(password: string) {
  const answer = await server.call(project.client, 'POST', '/auth/password/sign-in', { email, password });
  return answer.code ?? answer.status;
}

/** By both tokens of the session, which live and die together. */
async function isSignedIn(): Promise<boolean> {
  const { status, code } = await server.call(alice.client, 'GET', '/users/me');
  const refreshing = { ...project.client, 'x-stack-refresh-token': alice.refreshToken };
  const refreshed = await server.call(refreshing, 'POST', '/auth/sessions/current/refresh');
  const outcomes = [code, refreshed.code];
  if (status === 200) expect(outcomes).toEqual([null, null]);
  else expect(outcomes).toEqual(['ACCESS_TOKEN_EXPIRED', 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED']);
  return status === 200;
}

describe('a password set through the server', () => {
  it('replaces the former one and ends the sessions of the user', async () => {
    expect((await update({ password: 'another horse' })).body.has_password).toBe(true);
    expect(await isSignedIn()).toBe(false);
    expect(await signIn(password)).toBe('EMAIL_PASSWORD_MISMATCH');
    expect(await signIn('another horse')).toBe(200);
  });

  it('can be taken away', async () => {
    expect((await update({ password: null })).body.has_password).toBe(false);
    expect(await isSignedIn()).toBe(false);
    expect(await signIn(password)).toBe('EMAIL_PASSWORD_MISMATCH');
  });

  it('can come as a bcrypt hash', async () => {
    await update({ password_hash: await hash('an imported one', { cost: 4 }) });
    expect(await isSignedIn()).toBe(false);
    expect(await signIn('an imported one')).toBe(200);
  });

  it.each([
    ['a new password', () => ({ password: 'another horse' })],
    ['no password', () => ({ password: null })],
    ['an imported hash', async () => ({ password_hash: await hash('another horse', { cost: 4 }) })],
    ['a restriction', () => ({ restricted_by_admin: true })],
  ])('leaves no reset link that was mailed before with power over the account: %s', async (_what, fields) => {
    server.clock.advance({ seconds: 1 }); // so that its mail is the last one
    const callback_url = 'http://localhost:3000/reset';
    await server.call(project.client, 'POST', '/auth/password/send-reset-code', { email, callback_url });
    const code = /code=(\w+)/.exec((await server.mails()).at(-1)?.text ?? '')?.[1];
    expect(code).toHaveLength(45);
    await update(await fields());
    const answer = await server.call(project.client, 'POST', '/auth/password/reset', { code, password: 'taken over' });
    expect(answer.code).toBe('VERIFICATION_CODE_NOT_FOUND');
  });

  it('leaves the sessions of everybody else alone', async () => {
    const bob = await project.createUser();
    await update({ password: 'another horse' }, project.server, bob.id);
    expect(await isSignedIn()).toBe(true);
  });

  it.each([
    ['short', { password: 'seven77' }, 'PASSWORD_TOO_SHORT'],
    ['long', { password: 'p'.repeat(71) }, 'SCHEMA_ERROR'],
    ['expensive', { password_hash: `$2b$15$${'a'.repeat(53)}` }, 'SCHEMA_ERROR'],
    ['double', { password: 'another horse', password_hash: `$2b$10$${'a'.repeat(53)}` }, 'SCHEMA_ERROR'],
  ])('is refused when too %s, and the sessions go on', async (_what, fields, code) => {
    const before = await server.snapshot(['users', 'sessions']);
    expect((await update(fields)).code).toBe(code);
    expect(await server.snapshot(['users', 'sessions'])).toEqual(before);
    expect(await isSignedIn()).toBe(true);
  });
});

describe('a restriction by an administrator', () => {
  async function issueKey(): Promise<string> {
    const wish = { description: 'x', expires_at_millis: null, user_id: 'me' };
    return (await server.call(alice.client, 'POST', '/user-api-keys', wish)).body.value;
  }

  it('ends the sessions and stops the keys of the user, at once and until it is lifted', async () => {
    const api_key = await issueKey();
    const check = async () => (await server.call(project.server, 'POST', '/user-api-keys/check', { api_key })).status;
    expect(await check()).toBe(200);

    const restriction = { restricted_by_admin: true, restricted_by_admin_reason: 'spam' };
    const { body } = await update({ ...restriction, restricted_by_admin_private_details: 'case 5' });
    expect(body).toMatchObject({
      ...restriction,
      is_restricted: true,
      restricted_reason: { type: 'restricted_by_administrator' },
      restricted_by_admin_private_details: 'case 5',
    });
    expect(await isSignedIn()).toBe(false);
    expect(await check()).toBe(404);

    const lifted = (await update({ restricted_by_admin: false })).body;
    expect(lifted).toMatchObject({
      is_restricted: false,
      restricted_by_admin_reason: null,
      restricted_by_admin_private_details: null,
    });
    expect(await isSignedIn()).toBe(false);
    expect(await check()).toBe(200);
  });

  it.each([
    ['a reason without it', { restricted_by_admin_reason: 'spam' }],
    ['details without it', { restricted_by_admin_private_details: 'case 5' }],
    ['a reason for lifting it', { restricted_by_admin: false, restricted_by_admin_reason: 'spam' }],
  ])('is not to be had as %s', async (_what, fields) => {
    const before = await server.snapshot(['users']);
    expect((await update(fields)).code).toBe('SCHEMA_ERROR');
    expect(await server.snapshot(['users'])).toEqual(before);
  });
});

describe('an anonymous user', () => {
  it('can become a known one, never the other way round', async () => {
    const { body } = await server.call(project.server, 'POST', '/users', { is_anonymous: true });
    expect(body).toMatchObject({ is_anonymous: true, is_restricted: true, restricted_reason: { type: 'anonymous' } });
    expect((await update({ is_anonymous: false }, project.server, body.id)).body.is_restricted).toBe(false);
    expect((await update({ is_anonymous: true }, project.server, body.id)).code).toBe('SCHEMA_ERROR');
  });
});

describe('where addresses have to be verified', () => {
  it('a user is restricted until the primary address is', async () => {
    project = await server.createProject({ require_email_verification: true });
    const { body } = await server.call(project.server, 'POST', '/users', { primary_email: email });
    expect(body).toMatchObject({ is_restricted: true, restricted_reason: { type: 'email_not_verified' } });
    const verified = await update({ primary_email_verified: true }, project.server, body.id);
    expect(verified.body).toMatchObject({ is_restricted: false, restricted_reason: null });
  });
});

describe('PATCH /users/:id', () => {
  it('is for servers of the project only', async () => {
    const before = await server.snapshot(['users', 'contact_channels', 'sessions']);
    const change = { display_name: 'Mallory', password: 'another horse', primary_email: null };
    expect((await update(change, alice.client)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await update(change, other.server)).code).toBe('USER_NOT_FOUND');
    expect((await update(change, project.server, '12345678-9abc-4def-8123-456789abcdef')).code).toBe('USER_NOT_FOUND');
    expect((await update({ oauth_providers: [] })).code).toBe('SCHEMA_ERROR');
    expect(await server.snapshot(['users', 'contact_channels', 'sessions'])).toEqual(before);
  });
});
