import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxContactChannels } from './create-contact-channel.ts';

/*
 * Reading and changing contact channels through HTTP. Their verification has a file of its own.
 */
let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;

const unknownId = '12345678-9abc-4def-8123-456789abcdef';
const takenElsewhere = 'CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser({
    primary_email: 'alice@example.com',
    primary_email_verified: true,
    primary_email_auth_enabled: true,
  });
  bob = await project.createUser({ primary_email: 'bob@example.com', primary_email_auth_enabled: true });
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(['contact_channels', 'verification_codes', 'mails']);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(['contact_channels', 'verification_codes', 'mails'])).toEqual(before);
  return answer;
}

async function list(caller: TestCaller, userId = 'me') {
  const { status, body } = await server.call(caller, 'GET', `/contact-channels?user_id=${userId}`);
  expect(status).toBe(200);
  return body.items;
}

async function add(caller: TestCaller, fields: Record<string, unknown>) {
  const wish = { user_id: 'me', type: 'email', used_for_auth: false, ...fields };
  const answer = await server.call(caller, 'POST', '/contact-channels', wish);
  expect(answer.status).toBe(201);
  return answer.body;
}

function change(caller: TestCaller, id: string, fields: unknown, userId = 'me') {
  return server.call(caller, 'PATCH', `/contact-channels/${userId}/${id}`, fields);
}

describe('reading', () => {
  it('lists the channels of a user, oldest first, for the user and for the server', async () => {
    server.clock.advance({ seconds: 1 });
    await add(alice.client, { value: 'second@example.com' });
    const own = await list(alice.client);
    expect(own).toEqual([
      {
        id: expect.any(String),
        user_id: alice.id,
        type: 'email',
        value: 'alice@example.com',
        is_primary: true,
        is_verified: true,
        used_for_auth: true,
      },
      expect.objectContaining({ value: 'second@example.com', is_primary: false, is_verified: false }),
    ]);
    expect(await list(alice.client, alice.id)).toEqual(own);
    expect(await list(project.server, alice.id)).toEqual(own);
  });

  it('reads one channel', async () => {
    const [channel] = await list(alice.client);
    for (const [caller, userId] of [
      [alice.client, 'me'],
      [alice.client, alice.id],
      [project.server, alice.id],
      [project.admin, alice.id],
    ] as const) {
      const answer = await server.call(caller, 'GET', `/contact-channels/${userId}/${channel.id}`);
      expect([answer.status, answer.body]).toEqual([200, channel]);
    }
  });

  it('shows nothing to anybody else', async () => {
    const [channel] = await list(alice.client);
    const path = `/contact-channels/${alice.id}/${channel.id}`;
    await refuses(() => server.call(bob.client, 'GET', path), 403);
    await refuses(() => server.call(bob.client, 'GET', `/contact-channels?user_id=${alice.id}`), 403);
    await refuses(() => server.call(bob.client, 'GET', `/contact-channels/me/${channel.id}`), 404);
    await refuses(() => server.call(project.client, 'GET', path), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(other.server, 'GET', path), 404);
    expect(await list(other.server, alice.id)).toEqual([]);
  });

  it('asks for a user', async () => {
    await refuses(() => server.call(alice.client, 'GET', '/contact-channels'), 400, 'SCHEMA_ERROR');
    const me = '/contact-channels?user_id=me';
    await refuses(() => server.call(project.client, 'GET', me), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => server.call(project.server, 'GET', me), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
  });
});

describe('adding', () => {
  it('stores addresses in lower case', async () => {
    expect((await add(alice.client, { value: 'Second@Example.COM' })).value).toBe('second@example.com');
  });

  it('makes a new primary channel take the place of the former', async () => {
    await add(alice.client, { value: 'second@example.com', is_primary: true });
    expect((await list(alice.client)).map((channel: { is_primary: boolean }) => channel.is_primary)).toEqual(
      expect.arrayContaining([true, false]),
    );
    const { body } = await server.call(alice.client, 'GET', '/users/me');
    expect(body).toMatchObject({ primary_email: 'second@example.com', primary_email_verified: false });
  });

  it('lets two users have the same address as long as only one signs in with it', async () => {
    const same = await add(bob.client, { value: 'ALICE@example.com' });
    await refuses(() => change(bob.client, same.id, { used_for_auth: true }), 409, takenElsewhere);
  });

  it('tells whose address it is not, but not whose it is', async () => {
    const wish = { user_id: bob.id, type: 'email', value: 'alice@example.com', used_for_auth: true };
    const answer = await refuses(
      () => server.call(project.server, 'POST', '/contact-channels', wish),
      409,
      takenElsewhere,
    );
    expect(answer.body.details).toEqual({
      type: 'email',
      contact_channel_value: 'alice@example.com',
      would_work_if_email_was_verified: false,
    });
  });

  it('lets only the server call an address verified', async () => {
    const wish = { type: 'email', value: 'second@example.com', used_for_auth: false, is_verified: true };
    await refuses(
      () => server.call(alice.client, 'POST', '/contact-channels', { ...wish, user_id: 'me' }),
      400,
      'SCHEMA_ERROR',
    );
    expect(await add(project.server, { ...wish, user_id: alice.id })).toMatchObject({ is_verified: true });
  });

  it('refuses an address the user has already', async () => {
    const wish = { user_id: 'me', type: 'email', value: 'alice@example.com', used_for_auth: false };
    await refuses(() => server.call(alice.client, 'POST', '/contact-channels', wish), 409);
  });

  it('refuses unknown users, other users, and users of other projects', async () => {
    const wish = { type: 'email', value: 'second@example.com', used_for_auth: false };
    const post = (caller: TestCaller, user_id: string) =>
      server.call(caller, 'POST', '/contact-channels', { ...wish, user_id });
    const answer = await refuses(() => post(project.server, unknownId), 400, 'USER_ID_DOES_NOT_EXIST');
    expect(answer.body.details).toEqual({ user_id: unknownId });
    await refuses(() => post(other.server, alice.id), 400, 'USER_ID_DOES_NOT_EXIST');
    await refuses(() => post(bob.client, alice.id), 403);
    await refuses(() => post(project.client, 'me'), 401, 'USER_AUTHENTICATION_REQUIRED');
  });

  it.each([
    ['no value', { value: undefined }],
    ['no address', { value: 'alice' }],
    ['an empty address', { value: '' }],
    ['a NUL character', { value: 'a\0b@example.com' }],
    ['an address that is too long', { value: `${'a'.repeat(250)}@example.com` }],
    ['another type', { type: 'phone' }],
    ['a null', { used_for_auth: null }],
    ['an unknown property', { user: 'me' }],
    ['another user id', { user_id: 'nobody' }],
  ])('refuses %s', async (_what, fields) => {
    const wish = { user_id: 'me', type: 'email', value: 'second@example.com', used_for_auth: false, ...fields };
    await refuses(() => server.call(alice.client, 'POST', '/contact-channels', wish), 400, 'SCHEMA_ERROR');
  });

  it('has an end', async () => {
    for (let index = 1; index < maxContactChannels; index += 1) {
      await add(alice.client, { value: `address-${index}@example.com` });
    }
    const wish = { user_id: 'me', type: 'email', value: 'one-too-many@example.com', used_for_auth: false };
    await refuses(() => server.call(alice.client, 'POST', '/contact-channels', wish), 400);
  });
});

describe('changing', () => {
  it('makes a channel the primary one, and the former primary one of many', async () => {
    const second = await add(alice.client, { value: 'second@example.com' });
    const answer = await change(alice.client, second.id, { is_primary: true });
    expect([answer.status, answer.body.is_primary]).toEqual([200, true]);
    const primary = (await list(alice.client)).filter((channel: { is_primary: boolean }) => channel.is_primary);
    expect(primary.map((channel: { id: string }) => channel.id)).toEqual([second.id]);
  });

  it('keeps exactly one primary channel when several are made primary at once', async () => {
    const channels = await Promise.all(
      [1, 2, 3, 4, 5].map((index) => add(alice.client, { value: `address-${index}@example.com` })),
    );
    const answers = await Promise.all(channels.map(({ id }) => change(alice.client, id, { is_primary: true })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const primary = (await list(alice.client)).filter((channel: { is_primary: boolean }) => channel.is_primary);
    expect(primary).toHaveLength(1);
  });

  it('resets the verification when a client changes the address, and only then', async () => {
    const [channel] = await list(alice.client);
    const same = await change(alice.client, channel.id, { value: 'Alice@Example.com', type: 'email' });
    expect(same.body).toMatchObject({ value: 'alice@example.com', is_verified: true });
    const changed = await change(alice.client, channel.id, { value: 'new@example.com' });
    expect(changed.body).toMatchObject({ value: 'new@example.com', is_verified: false, used_for_auth: true });
  });

  it('lets only the server vouch for an address', async () => {
    const [channel] = await list(bob.client);
    await refuses(() => change(bob.client, channel.id, { is_verified: true }), 400, 'SCHEMA_ERROR');
    const vouched = { value: 'new@example.com', is_verified: true };
    expect((await change(project.server, channel.id, vouched, bob.id)).body).toMatchObject(vouched);
    const unvouched = { value: 'newer@example.com' };
    expect((await change(project.server, channel.id, unvouched, bob.id)).body.is_verified).toBe(false);
  });

  it('gives an address to one of two users who want to sign in with it at once', async () => {
    const channels = [
      await add(alice.client, { value: 'x@example.com' }),
      await add(bob.client, { value: 'x@example.com' }),
    ];
    const answers = await Promise.all([
      change(alice.client, channels[0].id, { used_for_auth: true }),
      change(bob.client, channels[1].id, { used_for_auth: true }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe(takenElsewhere);
  });

  it('refuses to take over an address another user signs in with', async () => {
    const [channel] = await list(bob.client);
    await refuses(() => change(bob.client, channel.id, { value: 'alice@example.com' }), 409, takenElsewhere);
  });

  it('refuses an address the user has in another channel', async () => {
    const second = await add(alice.client, { value: 'second@example.com' });
    await refuses(() => change(alice.client, second.id, { value: 'alice@example.com' }), 409);
  });

  it('refuses other users, other projects and unknown ids', async () => {
    const [channel] = await list(alice.client);
    const fields = { used_for_auth: false };
    await refuses(() => change(bob.client, channel.id, fields, alice.id), 403);
    await refuses(() => change(bob.client, channel.id, fields), 404);
    await refuses(() => change(project.server, channel.id, fields, bob.id), 404);
    await refuses(() => change(project.server, unknownId, fields, alice.id), 404);
    await refuses(() => change(other.server, channel.id, fields, alice.id), 404);
    await refuses(() => change(project.client, channel.id, fields), 401, 'USER_AUTHENTICATION_REQUIRED');
    await refuses(() => change(alice.client, 'x', fields), 400, 'SCHEMA_ERROR');
    await refuses(() => change(alice.client, channel.id, { user_id: bob.id }), 400, 'SCHEMA_ERROR');
  });

  it('frees an address that is signed in with no longer', async () => {
    const [channel] = await list(alice.client);
    await change(alice.client, channel.id, { used_for_auth: false });
    const taken = await add(bob.client, { value: 'alice@example.com', used_for_auth: true });
    expect(taken.used_for_auth).toBe(true);
  });
});

describe('removing', () => {
  it('removes a channel, and a second time there is none', async () => {
    const [channel] = await list(alice.client);
    const path = `/contact-channels/me/${channel.id}`;
    const answer = await server.call(alice.client, 'DELETE', path);
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    await refuses(() => server.call(alice.client, 'DELETE', path), 404);
    const { body } = await server.call(alice.client, 'GET', '/users/me');
    expect(body).toMatchObject({ primary_email: null, primary_email_verified: false });
  });

  it('refuses other users, other projects and clients without a user', async () => {
    const [channel] = await list(alice.client);
    const path = `/contact-channels/${alice.id}/${channel.id}`;
    await refuses(() => server.call(bob.client, 'DELETE', path), 403);
    await refuses(() => server.call(bob.client, 'DELETE', `/contact-channels/me/${channel.id}`), 404);
    await refuses(() => server.call(other.server, 'DELETE', path), 404);
    await refuses(() => server.call(project.client, 'DELETE', path), 401, 'USER_AUTHENTICATION_REQUIRED');
  });
});
