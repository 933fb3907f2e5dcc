import { randomUUID } from 'node:crypto';
import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let email: string;

const oldPassword = 'correct horse battery';
const newPassword = 'staple battery horse';
const callbackUrl = 'http://localhost:3000/handler/password-reset';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  email = `${randomUUID()}@example.com`;
  alice = await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password: oldPassword });
});

function send(change: Record<string, unknown> = {}, caller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/send-reset-code', { email, callback_url: callbackUrl, ...change });
}

function reset(code: string, change: Record<string, unknown> = {}, caller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/reset', { code, password: newPassword, ...change });
}

function check(code: string, caller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/reset/check-code', { code });
}

async function mailsTo(address: string) {
  return (await server.mails()).filter(({ to }) => to === address);
}

async function mailedCode(): Promise<string> {
  const known = new Set((await mailsTo(email)).map(({ text }) => text));
  expect((await send()).status).toBe(200);
  const mail = (await mailsTo(email)).find(({ text }) => !known.has(text));
  return /code=(\w+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function signInStatus(password: string): Promise<number> {
  return (await server.call(project.client, 'POST', '/auth/password/sign-in', { email, password })).status;
}

const tables = ['users', 'sessions', 'verification_codes', 'mails'];

async function expectRefusal(
  attempt: () => Promise<TestAnswer>,
  reason: unknown[],
  changed: string[] = [],
): Promise<void> {
  const watched = tables.filter((table) => !changed.includes(table));
  const before = await server.snapshot(watched);
  const answer = await attempt();
  expect([answer.status, answer.code]).toEqual(reason);
  expect(await server.snapshot(watched)).toEqual(before);
}

describe('the mail with a reset link', () => {
  it('leads to the callback with the code added, and holds the only copy of the code', async () => {
    await send({ callback_url: `${callbackUrl}?lang=de#top`, email: email.toUpperCase() });
    const [mail] = await mailsTo(email);
    const link = new URL(/http:\S+/.exec(mail?.text ?? '')?.[0] ?? '');
    expect(link.origin + link.pathname).toBe(callbackUrl);
    expect(link.searchParams.get('lang')).toBe('de');
    const code = link.searchParams.get('code') ?? '';
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{45}$/);
    expect(mail?.html).toContain(code);
    expect(JSON.stringify(await server.snapshot(tables))).not.toContain(code);
  });

  it('is not sent to an address nobody signs in with, and the answer does not tell', async () => {
    const before = (await server.mails()).length;
    const known = await send();
    const unknown = await send({ email: 'nobody@example.com' });
    await project.createUser({ primary_email: 'post@example.com' });
    const notForSignIn = await send({ email: 'post@example.com' });
    for (const answer of [unknown, notForSignIn]) {
      expect([answer.status, answer.body]).toEqual([known.status, known.body]);
    }
    expect((await server.mails()).length).toBe(before + 1);
  });

  it('is sent for the address of its own project only', async () => {
    const other = await server.createProject();
    expect((await send({}, other.client)).status).toBe(200);
    expect(await mailsTo(email)).toEqual([]);
  });

  it.each([
    [
      'a callback that the project does not trust',
      { callback_url: 'https://evil.example.net' },
      'REDIRECT_URL_NOT_WHITELISTED',
    ],
    ['no callback', { callback_url: undefined }, 'SCHEMA_ERROR'],
    ['a callback that is no web address', { callback_url: 'javascript:alert(1)' }, 'SCHEMA_ERROR'],
    ['an address that is none', { email: 'alice' }, 'SCHEMA_ERROR'],
    ['an unknown property', { user_id: 'me' }, 'SCHEMA_ERROR'],
  ])('is not sent with %s', async (_title, change, code) => {
    await expectRefusal(() => send(change), [400, code]);
  });

  it('is not sent where passwords are switched off', async () => {
    const other = await server.createProject({ credential_enabled: false });
    await expectRefusal(() => send({}, other.client), [400, 'PASSWORD_AUTHENTICATION_NOT_ENABLED']);
  });
});

describe('a reset', () => {
  it('replaces the password and ends every session', async () => {
    const elsewhere = await project.signIn(alice.id);
    const code = await mailedCode();
    expect((await check(code)).body).toEqual({ is_code_valid: true });
    expect((await reset(code)).body).toEqual({ success: true });
    for (const { client } of [alice, elsewhere]) {
      expect((await server.call(client, 'GET', '/users/me')).code).toBe('ACCESS_TOKEN_EXPIRED');
    }
    expect(await signInStatus(oldPassword)).toBe(400);
    expect(await signInStatus(newPassword)).toBe(200);
  });

  it('gives a user without a password a first one', async () => {
    await server.deps.pool.query('update users set password_hash = null where id = $1', [alice.id]);
    expect((await reset(await mailedCode())).status).toBe(200);
    expect(await signInStatus(newPassword)).toBe(200);
  });

  it('works once with a code, also at the same time', async () => {
    const code = await mailedCode();
    const passwords = Array.from({ length: 5 }, (_, index) => `${newPassword} ${index}`);
    const answers = await Promise.all(passwords.map((password) => reset(code, { password })));
    const won = answers.findIndex(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, code: reason } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, reason]).toEqual([409, 'VERIFICATION_CODE_ALREADY_USED']);
    }
    expect(await signInStatus(passwords[won] ?? '')).toBe(200);
    await expectRefusal(() => reset(code), [409, 'VERIFICATION_CODE_ALREADY_USED']);
  });

  it('works once with several codes, also at the same time: the first takes the others with it', async () => {
    const codes = [await mailedCode(), await mailedCode(), await mailedCode()];
    const answers = await Promise.all(codes.map((code) => reset(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    for (const code of codes) expect((await reset(code)).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['an unknown code', () => reset('0'.repeat(45)), [404, 'VERIFICATION_CODE_NOT_FOUND']],
    ['no code', () => reset(''), [404, 'VERIFICATION_CODE_NOT_FOUND']],
    ['a code that is no text', () => reset(['x'] as never), [400, 'SCHEMA_ERROR']],
    ['a long code', () => reset('0'.repeat(129)), [400, 'SCHEMA_ERROR']],
    ['a check of an unknown code', () => check('0'.repeat(45)), [404, 'VERIFICATION_CODE_NOT_FOUND']],
  ])('with %s is refused', async (_title, attempt, reason) => {
    await mailedCode();
    await expectRefusal(attempt, reason);
  });

  it.each([
    ['too short a password', 'short', 'PASSWORD_TOO_SHORT'],
    ['too long a password', 'x'.repeat(71), 'PASSWORD_TOO_LONG'],
  ])('with %s is refused, and the code stays good', async (_title, password, reason) => {
    const code = await mailedCode();
    await expectRefusal(() => reset(code, { password }), [400, reason]);
    expect((await reset(code)).status).toBe(200);
  });

  it('with the code of another project is refused', async () => {
    const code = await mailedCode();
    const other = await server.createProject();
    await expectRefusal(() => reset(code, {}, other.client), [404, 'VERIFICATION_CODE_NOT_FOUND']);
    expect((await reset(code)).status).toBe(200);
  });

  it('with a code for something else is refused', async () => {
    await server.call(alice.client, 'POST', '/contact-channels/send-verification-code', {
      email,
      callback_url: callbackUrl,
    });
    const [mail] = await mailsTo(email);
    const code = /code=(\w+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(code).toHaveLength(45);
    await expectRefusal(() => reset(code), [404, 'VERIFICATION_CODE_NOT_FOUND']);
  });

  it('after an hour is refused', async () => {
    const code = await mailedCode();
    server.clock.advance({ minutes: 60 });
    await expectRefusal(() => reset(code), [400, 'VERIFICATION_CODE_EXPIRED']);
    await expectRefusal(() => check(code), [400, 'VERIFICATION_CODE_EXPIRED']);
  });

  it('from a mailbox that the user gave up is refused', async () => {
    const code = await mailedCode();
    const change = { primary_email: `new-${email}` };
    expect((await server.call(project.server, 'PATCH', `/users/${alice.id}`, change)).status).toBe(200);
    await expectRefusal(() => reset(code), [404, 'VERIFICATION_CODE_NOT_FOUND']);
  });

  it('from a mailbox with which the user signs in no longer is refused', async () => {
    const code = await mailedCode();
    const change = { primary_email_auth_enabled: false };
    expect((await server.call(project.server, 'PATCH', `/users/${alice.id}`, change)).status).toBe(200);
    // The attempt itself may be counted; nothing else may change.
    await expectRefusal(() => reset(code), [404, 'VERIFICATION_CODE_NOT_FOUND'], ['verification_codes']);
  });

  it('of a deleted user is refused', async () => {
    const code = await mailedCode();
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    await expectRefusal(() => reset(code), [404, 'VERIFICATION_CODE_NOT_FOUND']);
  });

  it('does not lift a restriction', async () => {
    await server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: true });
    expect((await reset(await mailedCode())).status).toBe(200);
    expect(await signInStatus(newPassword)).toBe(403);
  });
});
