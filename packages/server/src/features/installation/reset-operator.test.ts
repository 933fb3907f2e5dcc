import { createTestOperator, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resetOperator } from './reset-operator.ts';

let server: TestServer;
let internal: TestProject;

beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
  internal = await server.openInternalProject();
});
afterAll(() => server.close());

const client = { 'x-stack-project-id': 'internal', 'x-stack-access-type': 'client' };

async function createOperator(email: string) {
  const operator = await createTestOperator(server, internal, 'Operator');
  await server.call(internal.server, 'PATCH', `/users/${operator.id}`, {
    primary_email: email,
    primary_email_verified: true,
    primary_email_auth_enabled: true,
    password: 'the forgotten one',
  });
  return { ...operator, ...(await internal.signIn(operator.id)) };
}

function signIn(email: string, password: string) {
  return server.call(client, 'POST', '/auth/password/sign-in', { email, password });
}

describe('resetting an operator', () => {
  it('gives a new password that works at once, in place of the old one', async () => {
    await createOperator('ada@example.com');
    const reset = await resetOperator(server.deps, { email: ' Ada@Example.com ' });
    expect(reset).toMatchObject({ outcome: 'reset' });
    const password = reset.outcome === 'reset' ? reset.password : '';
    expect(password).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/);
    expect((await signIn('ada@example.com', password)).status).toBe(200);
    expect((await signIn('ada@example.com', 'the forgotten one')).code).toBe('EMAIL_PASSWORD_MISMATCH');
  });

  it('ends the operator’s sessions and unused reset links, and nobody else’s', async () => {
    const ben = await createOperator('ben@example.com');
    const carl = await createOperator('carl@example.com');
    for (const email of ['ben@example.com', 'carl@example.com']) {
      await server.call(client, 'POST', '/auth/password/send-reset-code', {
        email,
        callback_url: 'http://localhost:8102/',
      });
    }
    await resetOperator(server.deps, { email: 'ben@example.com' });
    expect((await server.call(ben.client, 'GET', '/users/me')).code).toBe('ACCESS_TOKEN_EXPIRED');
    expect((await server.call(carl.client, 'GET', '/users/me')).status).toBe(200);
    const codes = await server.deps.db.selectFrom('verification_codes').select('email').execute();
    expect(codes).toEqual([{ email: 'carl@example.com' }]);
  });

  it('lets in whoever was locked out by failed sign-ins or a restriction', async () => {
    const dora = await createOperator('dora@example.com');
    await server.call(internal.server, 'PATCH', `/users/${dora.id}`, {
      restricted_by_admin: true,
      restricted_by_admin_reason: 'left',
    });
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('dora@example.com', 'guess');
    expect((await signIn('dora@example.com', 'the forgotten one')).status).toBe(429);
    const reset = await resetOperator(server.deps, { email: 'dora@example.com' });
    const password = reset.outcome === 'reset' ? reset.password : '';
    expect((await signIn('dora@example.com', password)).status).toBe(200);
  });

  it.each([null, 'nobody@example.com', '', "' or true --"])(
    'of %j only lists who there is, and changes nothing',
    async (email) => {
      const project = await server.createProject();
      await project.createUser({ primary_email: 'user@example.com', primary_email_auth_enabled: true });
      const before = await server.snapshot(['users', 'sessions', 'verification_codes']);
      const reset = await resetOperator(server.deps, { email });
      const operators = ['ada@example.com', 'ben@example.com', 'carl@example.com', 'dora@example.com'];
      expect(reset).toEqual({ outcome: 'no_such_operator', operators });
      expect(await server.snapshot(['users', 'sessions', 'verification_codes'])).toEqual(before);
    },
  );

  it('does not reach the users of other projects', async () => {
    const project = await server.createProject();
    await project.createUser({
      primary_email: 'eve@example.com',
      primary_email_auth_enabled: true,
      password: 'long enough',
    });
    expect(await resetOperator(server.deps, { email: 'eve@example.com' })).toMatchObject({
      outcome: 'no_such_operator',
    });
  });
});
