import {
  startTestServer,
  type TestAnswer,
  type TestCaller,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInsPerAccount, signInsPerAddress } from './throttle-rules.ts';

let server: TestServer;
let project: TestProject;

const email = 'alice@example.com';
const password = 'correct horse battery';
const callback_url = 'http://localhost:3000/reset';

beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
});
afterAll(() => server.close());

beforeEach(async () => {
  await server.deps.pool.query('delete from throttles');
  project = await server.createProject();
  await project.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
});

function signIn(change: Record<string, unknown> = {}, caller: TestCaller = project.client): Promise<TestAnswer> {
  return server.call(caller, 'POST', '/auth/password/sign-in', { email, password, ...change });
}

async function statuses(count: number, attempt: (index: number) => Promise<TestAnswer>): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await attempt(index)).status);
  return found;
}

/** A count ends with its window; the store keeps it by the real clock, so the test lets it end there. */
async function endWindows(): Promise<void> {
  await server.deps.pool.query('update throttles set expire = 1');
}

describe('guessing the password of one account', () => {
  const guess = () => signIn({ password: 'wrong' });

  it('is stopped at the tenth try, with the time to wait, and the right password waits as well', async () => {
    expect(await statuses(signInsPerAccount.points, guess)).toEqual(Array(10).fill(400));
    const stopped = await guess();
    expect(stopped.status).toBe(429);
    expect(stopped.code).toBeNull();
    const wait = Number(stopped.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(signInsPerAccount.durationSeconds);
    expect((await signIn()).status).toBe(429);
  });

  it('is stopped the same way for an address that nobody has', async () => {
    const nobody = () => signIn({ email: 'nobody@example.com' });
    expect((await statuses(11, nobody)).at(-1)).toBe(429);
  });

  it('is stopped however the address is written', async () => {
    const written = [email, email.toUpperCase(), 'Alice@example.com'];
    expect((await statuses(11, (index) => signIn({ email: written[index % 3], password: 'wrong' }))).at(-1)).toBe(429);
  });

  it('is stopped for the application’s server too', async () => {
    expect((await statuses(11, () => signIn({ password: 'wrong' }, project.server))).at(-1)).toBe(429);
  });

  it('is stopped when all guesses come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  it('locks nobody out for good: with its window the count ends', async () => {
    await statuses(11, guess);
    await endWindows();
    expect((await signIn()).status).toBe(200);
  });

  it('is forgotten after a success', async () => {
    await statuses(9, guess);
    expect((await signIn()).status).toBe(200);
    expect(await statuses(10, guess)).toEqual(Array(10).fill(400));
  });

  it('is forgotten after a reset', async () => {
    await statuses(11, guess);
    server.clock.advance({ seconds: 1 }); // so that its mail is the last one
    await server.call(project.client, 'POST', '/auth/password/send-reset-code', { email, callback_url });
    const code = /code=(\w+)/.exec((await server.mails()).at(-1)?.text ?? '')?.[1];
    await server.call(project.client, 'POST', '/auth/password/reset', { code, password: 'another password' });
    expect((await signIn({ password: 'another password' })).status).toBe(200);
  });

  it('stops neither another account nor the same address in another project', async () => {
    await statuses(11, guess);
    await project.createUser({ primary_email: 'bob@example.com', primary_email_auth_enabled: true, password });
    expect((await signIn({ email: 'bob@example.com' })).status).toBe(200);
    const other = await server.createProject();
    await other.createUser({ primary_email: email, primary_email_auth_enabled: true, password });
    expect((await signIn({}, other.client)).status).toBe(200);
  });

  it('keeps neither accounts nor addresses in the table of counts', async () => {
    await guess();
    const stored = JSON.stringify(await server.snapshot(['throttles']));
    expect(stored).toContain(signInsPerAccount.name);
    expect(stored).not.toContain('alice');
    expect(stored).not.toContain('127.0.0.1');
  });
});

describe('guessing the passwords of many accounts', () => {
  it('is stopped for a client’s address, but not for the application’s server', async () => {
    const guess = (caller: TestCaller) => (index: number) => signIn({ email: `user${index}@example.com` }, caller);
    const found = await statuses(signInsPerAddress.points + 1, guess(project.client));
    expect(found.slice(0, -1)).toEqual(Array(100).fill(400));
    expect(found.at(-1)).toBe(429);
    expect((await signIn()).status).toBe(429);
    expect((await signIn({}, project.server)).status).toBe(200);
  });
});

describe('the mails of resets', () => {
  const send = (address: string) =>
    server.call(project.client, 'POST', '/auth/password/send-reset-code', { email: address, callback_url });

  it('stop at five for one account, known or not, so that the limit tells nothing', async () => {
    const before = (await server.mails()).length;
    expect(await statuses(6, () => send(email))).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(6, () => send('nobody@example.com'))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await server.mails()).length).toBe(before + 5);
  });

  it('stop at fifty for a client’s address', async () => {
    expect((await statuses(51, (index) => send(`user${index}@example.com`))).indexOf(429)).toBe(50);
  });
});

describe('other tries', () => {
  it('of codes stop at fifty for a client’s address', async () => {
    const attempt = () =>
      server.call(project.client, 'POST', '/auth/password/reset/check-code', { code: '0'.repeat(45) });
    expect((await statuses(51, attempt)).indexOf(429)).toBe(50);
  });

  it('of sign-ups stop at fifty for a client’s address', async () => {
    const attempt = () => server.call(project.client, 'POST', '/auth/password/sign-up', { email, password });
    expect((await statuses(51, attempt)).indexOf(429)).toBe(50);
  });

  it('of the present password from within a session stop at ten', async () => {
    const bob = await project.createUser({ primary_email: 'bob@example.com', password });
    const attempt = () =>
      server.call(bob.client, 'POST', '/auth/password/update', { old_password: 'wrong', new_password: 'new password' });
    expect((await statuses(11, attempt)).indexOf(429)).toBe(10);
  });
});
