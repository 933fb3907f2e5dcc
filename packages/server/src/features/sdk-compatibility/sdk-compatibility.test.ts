import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let bob: TestUser;

const empty = { items: [], is_paginated: false };

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  alice = await project.createUser();
  bob = await project.createUser();
});
afterAll(() => server.close());

/** `fetch` does not let its caller choose the Host header. */
async function getUnderName(host: string, path: string): Promise<{ status: number | undefined; body: unknown }> {
  const request = get(`${server.url}/api/v1${path}`, { headers: { host } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body = await text(response);
  return { status: response.statusCode, body: response.statusCode === 200 ? (JSON.parse(body) as unknown) : body };
}

describe('the addresses of the server', () => {
  it('are told to whoever came by the public one, and to nobody else', async () => {
    const path = '/internal/backend-urls';
    expect(await getUnderName('localhost:8102', path)).toEqual({
      status: 200,
      body: { urls: ['http://localhost:8102'] },
    });
    expect((await getUnderName('latchkey:8102', path)).status).toBe(404);
  });
});

describe('events and recordings of browsers', () => {
  it.each(['/analytics/events/batch', '/session-replays/batch'])('at %s are taken in any form', async (path) => {
    for (const body of [undefined, {}, [], 'text', { batch: [1] }]) {
      const answer = await server.call({}, 'POST', path, body);
      expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    }
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...alice.client, 'content-type': 'application/octet-stream' },
      body: gzipSync('{"events":[]}'),
    });
    expect(response.status).toBe(200);
  });
});

describe('what this server does not have', () => {
  it.each([
    [
      'notification preferences',
      '/emails/notification-preference/me',
      (id: string) => `/emails/notification-preference/${id}`,
    ],
    ['connected accounts', '/connected-accounts/me', (id: string) => `/connected-accounts/${id}`],
    ['OAuth providers', '/oauth-providers?user_id=me', (id: string) => `/oauth-providers?user_id=${id}`],
  ])('is an empty list of %s for the user and the server', async (_what, own, of) => {
    for (const [caller, path] of [
      [alice.client, own],
      [alice.client, of(alice.id)],
      [project.server, of(alice.id)],
    ] as const) {
      const answer = await server.call(caller, 'GET', path);
      expect([answer.status, answer.body]).toEqual([200, empty]);
    }
    expect((await server.call(bob.client, 'GET', of(alice.id))).status).toBe(403);
    expect((await server.call(project.client, 'GET', own)).code).toBe('USER_AUTHENTICATION_REQUIRED');
    expect((await server.call(project.server, 'GET', own)).code).toBe('CANNOT_GET_OWN_USER_WITHOUT_USER');
  });

  it('is no list of the OAuth providers of everybody for a client', async () => {
    expect((await server.call(project.server, 'GET', '/oauth-providers')).body).toEqual(empty);
    expect((await server.call(alice.client, 'GET', '/oauth-providers')).status).toBe(403);
    expect((await server.call(project.client, 'GET', '/oauth-providers')).code).toBe('USER_AUTHENTICATION_REQUIRED');
  });

  it.each(['user', 'team'])('is money, of whichever %s somebody asks, be it there or not', async (type) => {
    const customer = `${type}/${randomUUID()}`;
    const nothingBought = { items: [], is_paginated: true, pagination: { next_cursor: null } };
    for (const caller of [alice.client, project.client, project.server]) {
      const billing = await server.call(caller, 'GET', `/payments/billing/${customer}`);
      expect([billing.status, billing.body]).toEqual([200, { has_customer: false, default_payment_method: null }]);
      for (const list of ['products', 'invoices']) {
        const answer = await server.call(caller, 'GET', `/payments/${list}/${customer}?limit=1`);
        expect([answer.status, answer.body]).toEqual([200, nothingBought]);
      }
    }
    expect((await server.call({}, 'GET', `/payments/billing/${customer}`)).code).toBe('ACCESS_TYPE_REQUIRED');
    expect((await server.call(alice.client, 'GET', `/payments/billing/${type}/me`)).code).toBe('SCHEMA_ERROR');
  });

  it('is anonymous sign-up, which creates nobody', async () => {
    const before = await server.snapshot(['users', 'sessions']);
    const answer = await server.call(project.client, 'POST', '/auth/anonymous/sign-up');
    expect([answer.status, answer.code]).toEqual([400, 'ANONYMOUS_ACCOUNTS_NOT_ENABLED']);
    expect(await server.snapshot(['users', 'sessions'])).toEqual(before);
  });
});
