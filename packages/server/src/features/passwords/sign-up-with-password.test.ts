import { startTestServer, type TestAnswer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;

const password = 'correct horse battery';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
});

function signUp(body: unknown, caller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/sign-up', body);
}

const tables = ['users', 'contact_channels', 'sessions', 'verification_codes', 'mails', 'teams'];

async function expectRefusal(attempt: () => Promise<TestAnswer>, status: number, code: string): Promise<TestAnswer> {
  const before = await server.snapshot(tables);
  const answer = await attempt();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

describe('a sign-up', () => {
  it('makes a user who is signed in, and can sign in again', async () => {
    const answer = await signUp({ email: 'Alice@Example.com', password });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body as object).sort()).toEqual(['access_token', 'refresh_token', 'user_id']);
    const client = { ...project.client, 'x-stack-access-token': answer.body.access_token };
    expect((await server.call(client, 'GET', '/users/me')).body).toMatchObject({
      id: answer.body.user_id,
      primary_email: 'alice@example.com',
      primary_email_verified: false,
      has_password: true,
      auth_with_email: true,
    });
    const again = await server.call(project.client, 'POST', '/auth/password/sign-in', {
      email: ' alice@example.com'.trim(),
      password,
    });
    expect(again.body.user_id).toBe(answer.body.user_id);
  });

  it('stores no password, and sends no mail without a callback', async () => {
    await signUp({ email: 'alice@example.com', password });
    expect(JSON.stringify(await server.snapshot(['users']))).not.toContain(password);
    expect(await server.snapshot(['verification_codes'])).toEqual({ verification_codes: [] });
  });

  it('mails a link that verifies the address, where a callback is given', async () => {
    const callback = 'http://localhost:3000/handler/email-verification?after=%2Fhome';
    await signUp({ email: 'carol@example.com', password, verification_callback_url: callback });
    const mail = (await server.mails()).findLast(({ to }) => to === 'carol@example.com');
    const link = /http:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const url = new URL(link);
    expect(url.origin + url.pathname).toBe('http://localhost:3000/handler/email-verification');
    expect(url.searchParams.get('after')).toBe('/home');
    const code = url.searchParams.get('code');
    expect((await server.call(project.client, 'POST', '/contact-channels/verify', { code })).status).toBe(200);
  });

  it('makes a personal team where the project has them', async () => {
    project = await server.createProject({ create_team_on_sign_up: true });
    const { body } = await signUp({ email: 'dave@example.com', password });
    const client = { ...project.client, 'x-stack-access-token': body.access_token };
    const { items } = (await server.call(client, 'GET', '/teams?user_id=me')).body;
    expect(items).toHaveLength(1);
  });

  it('takes the fields of a bot challenge and makes nothing of them', async () => {
    const challenge = { bot_challenge_token: 't', bot_challenge_phase: 'invisible', bot_challenge_unavailable: 'true' };
    expect((await signUp({ email: 'erin@example.com', password, ...challenge })).status).toBe(200);
  });

  it('of an address in use is refused, however the address is written', async () => {
    await signUp({ email: 'alice@example.com', password });
    const answer = await expectRefusal(
      () => signUp({ email: 'ALICE@example.com', password: 'another password' }),
      409,
      'USER_EMAIL_ALREADY_EXISTS',
    );
    expect(answer.body.details).toEqual({ email: 'alice@example.com', would_work_if_email_was_verified: false });
  });

  it('with one address by many at the same time admits one', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => signUp({ email: 'race@example.com', password })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const { items } = (await server.call(project.server, 'GET', '/users')).body;
    expect(items).toHaveLength(1);
  });

  it('may use an address of another project', async () => {
    await signUp({ email: 'alice@example.com', password });
    expect((await signUp({ email: 'alice@example.com', password }, (await server.createProject()).client)).status).toBe(
      200,
    );
  });

  it.each([
    ['too short a password', { password: '1234567' }, 'PASSWORD_TOO_SHORT', { min_length: 8 }],
    ['no password', { password: '' }, 'PASSWORD_TOO_SHORT', { min_length: 8 }],
    ['too long a password', { password: 'x'.repeat(71) }, 'PASSWORD_TOO_LONG', { maxLength: 70 }],
    [
      'a callback that the project does not trust',
      { verification_callback_url: 'https://evil.example.net/' },
      'REDIRECT_URL_NOT_WHITELISTED',
      undefined,
    ],
  ])('with %s is refused', async (_title, change, code, details) => {
    const body = { email: 'alice@example.com', password, ...change };
    const answer = await expectRefusal(() => signUp(body), 400, code);
    expect(answer.body.details).toEqual(details);
  });

  it.each([
    ['no address', { email: undefined }],
    ['an address that is none', { email: 'alice' }],
    ['a password that is no text', { password: 12_345_678 }],
    ['a NUL character', { password: 'password\0' }],
    ['a very long password', { password: 'x'.repeat(1_025) }],
    ['a callback that is no URL', { verification_callback_url: 'javascript:alert(1)' }],
    ['an unknown property', { is_admin: true }],
  ])('with %s has no shape', async (_title, change) => {
    await expectRefusal(() => signUp({ email: 'alice@example.com', password, ...change }), 400, 'SCHEMA_ERROR');
  });

  it('is refused where passwords, or sign-ups, are switched off: in this order, the callback between them', async () => {
    const body = {
      email: 'alice@example.com',
      password: 'short',
      verification_callback_url: 'https://evil.example.net/',
    };
    const noPasswords = await server.createProject({ credential_enabled: false, sign_up_enabled: false });
    await expectRefusal(() => signUp(body, noPasswords.client), 400, 'PASSWORD_AUTHENTICATION_NOT_ENABLED');
    const noSignUp = await server.createProject({ sign_up_enabled: false });
    await expectRefusal(() => signUp(body, noSignUp.client), 400, 'REDIRECT_URL_NOT_WHITELISTED');
    const { verification_callback_url: _, ...withoutCallback } = body;
    await expectRefusal(() => signUp(withoutCallback, noSignUp.client), 400, 'SIGN_UP_NOT_ENABLED');
  });

  it('needs a project and its key', async () => {
    const body = { email: 'alice@example.com', password };
    await expectRefusal(() => signUp(body, {}), 400, 'ACCESS_TYPE_REQUIRED');
    const wrongKey = { ...project.client, 'x-stack-publishable-client-key': 'pck_wrong' };
    await expectRefusal(() => signUp(body, wrongKey), 401, 'INVALID_PUBLISHABLE_CLIENT_KEY');
  });
});

describe('a sign-up of an operator', () => {
  const internal = { 'x-stack-project-id': 'internal', 'x-stack-access-type': 'client' };
  const body = { email: 'stranger@example.com', password };

  it('is refused by default, so that no stranger takes a server that stands open', async () => {
    await expectRefusal(() => signUp(body, internal), 400, 'SIGN_UP_NOT_ENABLED');
  });

  it('is refused even if the settings of internal say otherwise', async () => {
    await server.deps.pool.query(
      `update projects set environment_overrides = '{"auth.allowSignUp": true}' where id = 'internal'`,
    );
    await expectRefusal(() => signUp(body, internal), 400, 'SIGN_UP_NOT_ENABLED');
  });

  it('works where the host’s operator opened it', async () => {
    const open = await startTestServer({ operatorSignUpOpen: true });
    expect((await open.call(internal, 'POST', '/auth/password/sign-up', body)).status).toBe(200);
    await open.close();
  });
});
