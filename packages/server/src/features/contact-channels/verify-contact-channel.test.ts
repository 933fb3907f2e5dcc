import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let channelId: string;

const callback_url = 'http://localhost:3000/handler/email-verification?after=%2Fhome';
const unknownCode = '0'.repeat(45);

beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  await server.deps.pool.query('delete from throttles');
  project = await server.createProject({
    domains: [{ domain: 'https://app.example.com', handler_path: '/handler' }],
  });
  alice = await project.createUser({ primary_email: 'alice@example.com', primary_email_auth_enabled: true });
  channelId = (await list(alice.client))[0].id;
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const tables = ['contact_channels', 'mails'];
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

async function list(caller: TestCaller) {
  return (await server.call(caller, 'GET', '/contact-channels?user_id=me')).body.items;
}

function send(caller: TestCaller, fields: Record<string, unknown> = {}, path = `me/${channelId}`) {
  server.clock.advance({ seconds: 1 });
  return server.call(caller, 'POST', `/contact-channels/${path}/send-verification-code`, { callback_url, ...fields });
}

/** The link in the newest mail. */
async function mailedLink(): Promise<URL> {
  const text = (await server.mails()).at(-1)?.text ?? '';
  return new URL(/https?:\S+/.exec(text)?.[0] ?? '');
}

async function mailedCode(): Promise<string> {
  expect((await send(alice.client)).status).toBe(200);
  return (await mailedLink()).searchParams.get('code') ?? '';
}

function verify(code: string, caller: TestCaller = project.client) {
  return server.call(caller, 'POST', '/contact-channels/verify', { code });
}

function check(code: string, caller: TestCaller = project.client) {
  return server.call(caller, 'POST', '/contact-channels/verify/check-code', { code });
}

describe('the mail', () => {
  it('goes to the address, with the code added to the callback URL', async () => {
    const before = (await server.mails()).length;
    const answer = await send(alice.client);
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    const mails = (await server.mails()).slice(before);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: 'alice@example.com', subject: expect.stringContaining('A test project') });
    const link = await mailedLink();
    expect(link.href.startsWith(`${callback_url}&code=`)).toBe(true);
    expect(link.searchParams.get('code')).toMatch(/^[0-9a-z]{45}$/);
  });

  it('goes out on the word of the server, and of the user for the primary address', async () => {
    expect((await send(project.server, {}, `${alice.id}/${channelId}`)).status).toBe(200);
    const body = { email: 'ALICE@example.com', callback_url };
    const answer = await server.call(alice.client, 'POST', '/contact-channels/send-verification-code', body);
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
  });

  it('is not sent for another address than the primary one', async () => {
    const path = '/contact-channels/send-verification-code';
    const body = { email: 'other@example.com', callback_url };
    const answer = await refuses(
      () => server.call(alice.client, 'POST', path, body),
      400,
      'EMAIL_IS_NOT_PRIMARY_EMAIL',
    );
    expect(answer.body.details).toEqual({ email: 'other@example.com', primary_email: 'alice@example.com' });
    await refuses(() => server.call(project.client, 'POST', path, body), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(project.server, 'POST', path, body), 401, 'USER_AUTHENTICATION_REQUIRED');
  });

  it.each([
    ['a trusted domain', 'https://app.example.com/verify', 200],
    ['this machine', 'http://localhost:3000/verify', 200],
    ['another domain', 'https://evil.example.net/verify', 400],
    ['a domain that only begins the same', 'https://app.example.com.evil.example.net/', 400],
    ['another scheme of the domain', 'http://app.example.com/verify', 400],
    ['credentials before the domain', 'https://app.example.com@evil.example.net/', 400],
  ])('with a callback on %s answers as the project trusts it', async (_where, url, status) => {
    if (status === 200) {
      expect((await send(alice.client, { callback_url: url })).status).toBe(200);
    } else {
      await refuses(() => send(alice.client, { callback_url: url }), 400, 'REDIRECT_URL_NOT_WHITELISTED');
    }
  });

  it('is not sent for a verified address', async () => {
    await server.call(project.server, 'PATCH', `/contact-channels/${alice.id}/${channelId}`, { is_verified: true });
    await refuses(() => send(alice.client), 409, 'EMAIL_ALREADY_VERIFIED');
    const path = '/contact-channels/send-verification-code';
    const body = { email: 'alice@example.com', callback_url };
    await refuses(() => server.call(alice.client, 'POST', path, body), 409, 'EMAIL_ALREADY_VERIFIED');
  });

  it('is not sent for channels of others, nor with a bad callback', async () => {
    const bob = await project.createUser();
    await refuses(() => send(bob.client), 404);
    await refuses(() => send(bob.client, {}, `${alice.id}/${channelId}`), 403);
    await refuses(() => send(other.server, {}, `${alice.id}/${channelId}`), 404);
    await refuses(() => send(project.client), 401, 'USER_AUTHENTICATION_REQUIRED');
    for (const url of ['javascript:alert(1)', '/verify', '', 'http://localhost/\0', null, undefined]) {
      const { status } = await send(alice.client, { callback_url: url });
      expect(status).toBe(400);
    }
  });

  it('is sent to one address so many times an hour and no more, whoever asks', async () => {
    for (let index = 0; index < 5; index += 1) expect((await send(alice.client)).status).toBe(200);
    const answer = await refuses(() => send(alice.client), 429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await refuses(() => send(project.server, {}, `${alice.id}/${channelId}`), 429);
  });

  it('is not sent to a channel that is removed meanwhile', async () => {
    const { pool } = server.deps;
    const isSomebodyWaiting = async () =>
      (await pool.query(`select 1 from pg_locks where not granted and locktype = 'transactionid'`)).rows.length > 0;
    const mails = (await server.mails()).length;
    const removal = await pool.connect();
    try {
      await removal.query('begin');
      await removal.query('select 1 from users where id = $1 for update', [alice.id]);
      await removal.query('delete from contact_channels where id = $1', [channelId]);
      const pending = send(alice.client);
      while (!(await isSomebodyWaiting()));
      await removal.query('commit');
      expect((await pending).status).toBe(404);
    } finally {
      removal.release();
    }
    expect(await server.mails()).toHaveLength(mails);
  });

  it('is sent on behalf of one user so many times an hour and no more, to whichever addresses', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 21; index += 1) {
      const wish = { user_id: 'me', type: 'email', value: `address-${index}@example.com`, used_for_auth: false };
      const { body } = await server.call(alice.client, 'POST', '/contact-channels', wish);
      statuses.push((await send(alice.client, {}, `me/${body.id}`)).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
  });
});

describe('the code', () => {
  it('verifies the address, without a session', async () => {
    const answer = await verify(await mailedCode());
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect((await list(alice.client))[0].is_verified).toBe(true);
  });

  it('verifies once', async () => {
    const code = await mailedCode();
    await verify(code);
    await refuses(() => verify(code), 409, 'VERIFICATION_CODE_ALREADY_USED');
    await refuses(() => check(code), 409, 'VERIFICATION_CODE_ALREADY_USED');
  });

  it('verifies once however many present it at the same time', async () => {
    const code = await mailedCode();
    const answers = await Promise.all([1, 2, 3, 4].map(() => verify(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('can be checked without being used up', async () => {
    const code = await mailedCode();
    const answer = await check(code);
    expect([answer.status, answer.body]).toEqual([200, { is_code_valid: true }]);
    expect((await verify(code)).status).toBe(200);
  });

  it('is good for three days', async () => {
    const code = await mailedCode();
    server.clock.advance({ days: 3 });
    await refuses(() => verify(code), 400, 'VERIFICATION_CODE_EXPIRED');
  });

  it('is unknown to other projects, and so is a made-up one', async () => {
    const code = await mailedCode();
    await refuses(() => verify(code, other.client), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => verify(code, other.server), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => verify(unknownCode), 404, 'VERIFICATION_CODE_NOT_FOUND');
    await refuses(() => check(unknownCode), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('proves nothing about an address the channel has got since', async () => {
    const code = await mailedCode();
    await server.call(alice.client, 'PATCH', `/contact-channels/me/${channelId}`, { value: 'victim@example.com' });
    await refuses(() => verify(code), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('is gone with its channel', async () => {
    const code = await mailedCode();
    await server.call(alice.client, 'DELETE', `/contact-channels/me/${channelId}`);
    await refuses(() => verify(code), 404, 'VERIFICATION_CODE_NOT_FOUND');
  });

  it('and a removal of the channel at the same time never make an error of ours', async () => {
    for (let index = 0; index < 5; index += 1) {
      const wish = { user_id: 'me', type: 'email', value: `address-${index}@example.com`, used_for_auth: false };
      const { body } = await server.call(alice.client, 'POST', '/contact-channels', wish);
      await send(alice.client, {}, `me/${body.id}`);
      const code = (await mailedLink()).searchParams.get('code') ?? '';
      const [verified, removed] = await Promise.all([
        verify(code),
        server.call(alice.client, 'DELETE', `/contact-channels/me/${body.id}`),
      ]);
      expect(removed.status).toBe(200);
      expect([200, 404]).toContain(verified.status);
    }
  });

  it('can be tried fifty times in ten minutes from a client’s address, and by the server as often as it likes', async () => {
    const code = await mailedCode();
    const tries = (count: number, caller: TestCaller) =>
      Promise.all(Array.from({ length: count }, (_, index) => (index % 2 === 0 ? verify : check)(unknownCode, caller)));
    const allowed = await tries(50, project.client);
    expect(allowed.map(({ status }) => status)).toEqual(Array(50).fill(404));
    for (const attempt of [verify, check]) {
      const answer = await refuses(() => attempt(code), 429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const { status } of await tries(4, project.server)) expect(status).toBe(404);
    expect((await verify(code, project.server)).status).toBe(200);
  });

  it.each([
    ['no code', {}],
    ['a number', { code: 5 }],
    ['a NUL character', { code: '\0' }],
    ['a code that is too long', { code: 'x'.repeat(129) }],
    ['an unknown property', { code: unknownCode, email: 'alice@example.com' }],
  ])('cannot be %s', async (_what, body) => {
    for (const path of ['/contact-channels/verify', '/contact-channels/verify/check-code']) {
      await refuses(() => server.call(project.client, 'POST', path, body), 400, 'SCHEMA_ERROR');
    }
  });
});
