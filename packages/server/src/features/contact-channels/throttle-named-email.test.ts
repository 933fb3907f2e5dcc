import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/*
 * Whoever names an address to sign in with learns whether somebody else does: as with sign-ups, only so often.
 */
let server: TestServer;
let project: TestProject;
let alice: TestUser;
let channelId: string;

beforeAll(async () => {
  server = await startTestServer({ rateLimits: true });
});
afterAll(() => server.close());

beforeEach(async () => {
  await server.deps.pool.query('delete from throttles');
  project = await server.createProject();
  alice = await project.createUser({ primary_email: 'alice@example.com', primary_email_auth_enabled: true });
  await project.createUser({ primary_email: 'taken@example.com', primary_email_auth_enabled: true });
  channelId = (await server.call(alice.client, 'GET', '/contact-channels?user_id=me')).body.items[0].id;
});

const add = (value: string, caller: TestCaller = alice.client) =>
  server.call(caller, 'POST', '/contact-channels', { user_id: alice.id, type: 'email', value, used_for_auth: true });

const change = (fields: Record<string, unknown>, caller: TestCaller = alice.client) =>
  server.call(caller, 'PATCH', `/contact-channels/${alice.id}/${channelId}`, fields);

const updateOwn = (fields: Record<string, unknown>) => server.call(alice.client, 'PATCH', '/users/me', fields);

async function spendAttempts(): Promise<void> {
  const ways = [add, (value: string) => change({ value }), (email: string) => updateOwn({ primary_email: email })];
  for (let index = 0; index < 51; index += 3) {
    const answers = await Promise.all(ways.slice(0, 50 - index).map((attempt) => attempt('taken@example.com')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 409));
  }
}

describe('asking which addresses are taken', () => {
  it('stops at fifty for a client’s address, whichever way, with one answer for taken and free ones', async () => {
    await spendAttempts();
    const before = await server.snapshot(['contact_channels', 'users']);
    for (const value of ['taken@example.com', 'free@example.com']) {
      for (const answer of [await add(value), await change({ value }), await updateOwn({ primary_email: value })]) {
        expect([answer.status, answer.code]).toEqual([429, null]);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(await server.snapshot(['contact_channels', 'users'])).toEqual(before);
  });

  it('keeps nobody from changes that name no address, and no application’s server from any', async () => {
    await spendAttempts();
    expect((await change({ is_primary: true })).status).toBe(200);
    expect((await updateOwn({ display_name: 'Alice' })).status).toBe(200);
    expect((await updateOwn({ primary_email: null })).status).toBe(200);
    expect((await add('free@example.com', project.server)).status).toBe(201);
  });
});
