import { hash as hashBcrypt } from '@node-rs/bcrypt';
import { startTestServer, type TestAnswer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../platform/password-hash.ts';

let server: TestServer;
let project: TestProject;
let alice: TestUser;

const email = 'alice@example.com';
const password = 'correct horse battery';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
});

function signIn(change: Record<string, unknown> = {}, caller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/sign-in', { email, password, ...change });
}

async function expectRefusal(attempt: () => Promise<TestAnswer>, reason: unknown[]): Promise<TestAnswer> {
  const before = await server.snapshot(['sessions', 'users']);
  const answer = await attempt();
  expect([answer.status, answer.code]).toEqual(reason);
  expect(await server.snapshot(['sessions', 'users'])).toEqual(before);
  return answer;
}

describe('a sign-in', () => {
  it.each(['alice@example.com', 'Alice@EXAMPLE.com'])('as %s starts a session of the user', async (written) => {
    const answer = await signIn({ email: written });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body as object).sort()).toEqual(['access_token', 'refresh_token', 'user_id']);
    const client = { ...project.client, 'x-stack-access-token': answer.body.access_token };
    expect((await server.call(client, 'GET', '/users/me')).body.id).toBe(alice.id);
  });

  it('leaves the user’s other sessions alone', async () => {
    await signIn();
    expect((await server.call(alice.client, 'GET', '/users/me')).status).toBe(200);
  });

  it.each([
    ['a wrong password', { password: 'correct horse battery ' }],
    ['an empty password', { password: '' }],
    ['the right password of nobody', { email: 'bob@example.com' }],
  ])('with %s is refused in the same words', async (_title, change) => {
    const { body } = await expectRefusal(() => signIn(change), [400, 'EMAIL_PASSWORD_MISMATCH']);
    expect(body).toEqual((await signIn({ password: 'wrong' })).body);
  });

  it('of a user without a password is refused in the same words', async () => {
    await project.createUser({ primary_email: 'none@example.com', primary_email_auth_enabled: true });
    await expectRefusal(() => signIn({ email: 'none@example.com' }), [400, 'EMAIL_PASSWORD_MISMATCH']);
  });

  it('with an address that is not for signing in is refused in the same words', async () => {
    await project.createUser({ primary_email: 'post@example.com', password });
    await expectRefusal(() => signIn({ email: 'post@example.com' }), [400, 'EMAIL_PASSWORD_MISMATCH']);
  });

  it('with the address of another project’s user is refused in the same words', async () => {
    const other = await server.createProject();
    await expectRefusal(() => signIn({}, other.client), [400, 'EMAIL_PASSWORD_MISMATCH']);
  });

  it('of a deleted user is refused in the same words', async () => {
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    await expectRefusal(() => signIn(), [400, 'EMAIL_PASSWORD_MISMATCH']);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const timeOf = async (change: Record<string, unknown>) => {
      const start = performance.now();
      await signIn(change);
      return performance.now() - start;
    };
    const times: { unknown: number[]; wrong: number[] } = { unknown: [], wrong: [] };
    for (let round = 0; round < 15; round += 1) {
      times.unknown.push(await timeOf({ email: 'nobody@example.com' }));
      times.wrong.push(await timeOf({ password: 'wrong password' }));
    }
    const median = (values: number[]) => values.toSorted((one, other) => one - other)[7] ?? 0;
    // A shortcut would be ten times faster; what is left is the noise of a busy machine.
    const ratio = median(times.unknown) / median(times.wrong);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('of a user whom an administrator restricts is refused by name, but only with the right password', async () => {
    await server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: true });
    const { body } = await expectRefusal(() => signIn(), [403, 'RESTRICTED_USER_NOT_ALLOWED']);
    expect(body.details).toEqual({ restricted_reason: { type: 'restricted_by_administrator' } });
    await expectRefusal(() => signIn({ password: 'wrong' }), [400, 'EMAIL_PASSWORD_MISMATCH']);
    await server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: false });
    expect((await signIn()).status).toBe(200);
  });

  it('of an unverified user gives a token of a restricted one', async () => {
    project = await server.createProject({ require_email_verification: true });
    await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
    const { body } = await signIn();
    const client = { ...project.client, 'x-stack-access-token': body.access_token };
    expect((await server.call(client, 'GET', '/users/me')).code).toBe('RESTRICTED_USER_NOT_ALLOWED');
  });

  it('with an imported bcrypt hash works, and replaces the hash', async () => {
    await setHash(await hashBcrypt('another password', { cost: 4 }));
    await expectRefusal(() => signIn(), [400, 'EMAIL_PASSWORD_MISMATCH']);
    await setHash(await hashBcrypt(password, { cost: 4 }));
    expect((await signIn()).status).toBe(200);
    expect(await storedHash()).toMatch(/^\$argon2id\$/);
    expect((await signIn()).status).toBe(200);
  });

  it.each([
    ['no address', { email: undefined }],
    ['no password', { password: undefined }],
    ['an address that is none', { email: 'alice' }],
    ['a password that is no text', { password: ['x'] }],
    ['an unknown property', { remember: true }],
  ])('with %s has no shape', async (_title, change) => {
    await expectRefusal(() => signIn(change), [400, 'SCHEMA_ERROR']);
  });

  it('is refused where passwords are switched off', async () => {
    const other = await server.createProject({ credential_enabled: false });
    await expectRefusal(() => signIn({}, other.client), [400, 'PASSWORD_AUTHENTICATION_NOT_ENABLED']);
  });
});

describe('a sign-in that is overtaken while its password is verified', () => {
  /** Changes the user in a transaction that commits only when the sign-in waits for it. */
  async function overtake(change: string, values: unknown[]): Promise<TestAnswer> {
    const client = await server.deps.pool.connect();
    try {
      await client.query('begin');
      await client.query(`update users set ${change} where id = $1`, [alice.id, ...values]);
      await client.query('delete from sessions where user_id = $1', [alice.id]);
      const pending = signIn();
      for (;;) {
        // Not by the client: within its transaction it would see no connection that was opened since.
        const { rows } = await server.deps.pool.query<{ waiting: number }>(
          `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if ((rows[0]?.waiting ?? 0) > 0) break;
      }
      await client.query('commit');
      return await pending;
    } finally {
      client.release();
    }
  }

  const sessionsLeft = async () =>
    (await server.deps.pool.query('select 1 from sessions where user_id = $1', [alice.id])).rowCount;

  it('by a change of the password leaves no session', async () => {
    const answer = await overtake('password_hash = $2', [await hashPassword('another password')]);
    expect([answer.status, answer.code]).toEqual([400, 'EMAIL_PASSWORD_MISMATCH']);
    expect(await sessionsLeft()).toBe(0);
  });

  it('by a restriction leaves no session', async () => {
    const answer = await overtake('restricted_by_admin = true', []);
    expect([answer.status, answer.code]).toEqual([403, 'RESTRICTED_USER_NOT_ALLOWED']);
    expect(await sessionsLeft()).toBe(0);
  });

  it('by a stronger hash of the same password goes on', async () => {
    const answer = await overtake('password_hash = $2', [await hashPassword(password)]);
    expect(answer.status).toBe(200);
  });
});

async function setHash(hash: string): Promise<void> {
  await server.deps.pool.query('update users set password_hash = $2 where id = $1', [alice.id, hash]);
}

async function storedHash(): Promise<string> {
  const { rows } = await server.deps.pool.query<{ password_hash: string }>(
    'select password_hash from users where id = $1',
    [alice.id],
  );
  return rows[0]?.password_hash ?? '';
}
