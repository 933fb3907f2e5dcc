import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;

const tables = ['users', 'contact_channels', 'sessions', 'verification_codes'];
const unknownId = '12345678-9abc-4def-8123-456789abcdef';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true });
  alice = await project.createUser({
    display_name: 'Alice',
    primary_email: 'alice@example.com',
    primary_email_verified: true,
    primary_email_auth_enabled: true,
    password: 'correct horse',
  });
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

function update(fields: unknown, caller: TestCaller = project.server, userId = alice.id) {
  return server.call(caller, 'PATCH', `/users/${userId}`, fields);
}

function updateOwn(fields: unknown, caller: TestCaller = alice.client) {
  return server.call(caller, 'PATCH', '/users/me', fields);
}

async function me(user = alice) {
  return server.call(user.client, 'GET', '/users/me');
}

describe('GET /users/me and /users/:id', () => {
  it('shows users to themselves without what is the server’s', async () => {
    const { status, body } = await me();
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: alice.id, display_name: 'Alice', primary_email: 'alice@example.com' });
    for (const field of [
      'server_metadata',
      'restricted_by_admin_private_details',
      'risk_scores',
      'last_active_at_millis',
    ]) {
      expect(body).not.toHaveProperty(field);
    }
  });

  it('shows the server all of a user, by id and as the user it acts for', async () => {
    const byId = await server.call(project.server, 'GET', `/users/${alice.id}`);
    const asMe = await server.call({ ...alice.client, ...project.server }, 'GET', '/users/me');
    expect(byId.body).toHaveProperty('server_metadata');
    expect(asMe.body).toEqual(byId.body);
  });

  it('knows nobody without a user, nor users of other projects', async () => {
    const { code } = await server.call(project.client, 'GET', '/users/me');
    expect(code).toBe('CANNOT_GET_OWN_USER_WITHOUT_USER');
    for (const [caller, id] of [
      [project.server, unknownId],
      [other.server, alice.id],
    ] as const) {
      const answer = await server.call(caller, 'GET', `/users/${id}`);
      expect([answer.status, answer.code]).toEqual([404, 'USER_NOT_FOUND']);
    }
    expect((await server.call(alice.client, 'GET', `/users/${alice.id}`)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await server.call(project.server, 'GET', '/users/x')).code).toBe('SCHEMA_ERROR');
  });
});

describe('PATCH /users/me', () => {
  it('changes what is the user’s own', async () => {
    const fields = {
      display_name: 'Alicia',
      profile_image_url: 'https://images.example.com/alicia.png',
      client_metadata: { theme: 'light' },
    };
    const answer = await updateOwn(fields);
    expect(answer.status).toBe(200);
    expect((await me()).body).toMatchObject(fields);
    await updateOwn({ client_metadata: null, profile_image_url: null, display_name: null });
    expect((await me()).body).toMatchObject({
      client_metadata: null,
      profile_image_url: null,
      display_name: null,
    });
  });

  it('changes nothing with no field', async () => {
    const before = (await me()).body;
    expect((await updateOwn({})).body).toEqual(before);
  });

  it.each([
    ['server_metadata', { plan: 'gold' }],
    ['client_read_only_metadata', { plan: 'gold' }],
    ['primary_email_verified', true],
    ['primary_email_auth_enabled', true],
    ['password', 'another horse'],
    ['password_hash', `$2b$10$${'a'.repeat(53)}`],
    ['restricted_by_admin', false],
    ['restricted_by_admin_reason', null],
    ['restricted_by_admin_private_details', null],
    ['country_code', 'CH'],
    ['risk_scores', { sign_up: { bot: 0, free_trial_abuse: 0 } }],
    ['is_anonymous', false],
    ['oauth_providers', []],
    ['signed_up_at_millis', 0],
    ['id', unknownId],
    ['project_id', 'internal'],
    ['user_id', unknownId],
  ])('lets no client set %s', async (field, value) => {
    const answer = await refuses(() => updateOwn({ display_name: 'Mallory', [field]: value }), 400, 'SCHEMA_ERROR');
    expect(answer.body.details.message).toContain(field);
  });

  it('lets the server set more, for the user it acts for', async () => {
    const { body } = await updateOwn({ server_metadata: { plan: 'gold' } }, { ...alice.client, ...project.server });
    expect(body).toMatchObject({ id: alice.id, server_metadata: { plan: 'gold' } });
  });

  it('selects a team of the user, and none of others', async () => {
    const team = await project.createTeam(alice);
    const foreign = await project.createTeam(null);
    const elsewhere = await other.createTeam(null);
    expect((await updateOwn({ selected_team_id: team.id })).body.selected_team).toMatchObject({ id: team.id });
    for (const { id } of [foreign, elsewhere, { id: unknownId }]) {
      const answer = await refuses(() => updateOwn({ selected_team_id: id }), 404, 'TEAM_MEMBERSHIP_NOT_FOUND');
      expect(answer.body.details).toEqual({ team_id: id, user_id: alice.id });
    }
    expect((await updateOwn({ selected_team_id: null })).body).toMatchObject({
      selected_team: null,
      selected_team_id: null,
    });
  });

  it('has the team selected no longer that the user has left', async () => {
    const team = await project.createTeam(alice);
    await updateOwn({ selected_team_id: team.id });
    await server.call(project.server, 'DELETE', `/team-memberships/${team.id}/${alice.id}`);
    expect((await me()).body).toMatchObject({ selected_team: null, selected_team_id: null });
  });

  it.each([
    ['metadata with a NUL character', { client_metadata: '\0' }],
    ['metadata with half of a surrogate pair', { client_metadata: { '\udc00': 1 } }],
    ['a name that is too long', { display_name: 'n'.repeat(257) }],
    ['a team that is no id', { selected_team_id: 'x' }],
  ])('refuses %s', async (_what, fields) => {
    await refuses(() => updateOwn(fields), 400, 'SCHEMA_ERROR');
  });

  it.each([{ totp_secret_base64: 'c2VjcmV0' }, { otp_auth_enabled: true }, { passkey_auth_enabled: true }])(
    'refuses %j for users and servers, and the user goes on signing in',
    async (fields) => {
      for (const call of [updateOwn, update]) {
        const answer = await refuses(() => call({ display_name: 'Alicia', ...fields }), 400);
        expect(answer.body).toMatch(/not available yet/);
      }
      const credentials = { email: 'alice@example.com', password: 'correct horse' };
      expect((await server.call(project.client, 'POST', '/auth/password/sign-in', credentials)).status).toBe(200);
    },
  );

  it('takes the same fields with the values that switch nothing on', async () => {
    const nothing = { totp_secret_base64: null, otp_auth_enabled: false, passkey_auth_enabled: false };
    expect((await updateOwn(nothing)).body).toMatchObject({ requires_totp_mfa: false, otp_auth_enabled: false });
  });

  it('needs a user', async () => {
    await refuses(() => updateOwn({}, project.client), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
    await refuses(() => updateOwn({}, project.server), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
  });
});

describe('the primary address', () => {
  it('changes for the user too, and has yet to be verified', async () => {
    const { body } = await updateOwn({ primary_email: 'New@Example.com' });
    expect(body).toMatchObject({ primary_email: 'new@example.com', primary_email_verified: false });
  });

  it('signs in as the former did, which does so no longer', async () => {
    await update({ primary_email: 'new@example.com' });
    const signIn = (email: string) =>
      server.call(project.client, 'POST', '/auth/password/sign-in', { email, password: 'correct horse' });
    expect((await signIn('new@example.com')).status).toBe(200);
    expect((await signIn('alice@example.com')).code).toBe('EMAIL_PASSWORD_MISMATCH');
    const { items } = (await server.call(alice.client, 'GET', '/contact-channels?user_id=me')).body;
    expect(items).toHaveLength(1);
  });

  it('leaves no mail to the former address with power over the account', async () => {
    const callback_url = 'http://localhost:3000/reset';
    const path = '/auth/password/send-reset-code';
    expect((await server.call(project.client, 'POST', path, { email: 'alice@example.com', callback_url })).status).toBe(
      200,
    );
    const text = (await server.mails()).at(-1)?.text ?? '';
    const code = new URL(/https?:\S+/.exec(text)?.[0] ?? '').searchParams.get('code');
    await update({ primary_email: 'new@example.com' });
    const answer = await server.call(project.client, 'POST', '/auth/password/reset', { code, password: 'taken over' });
    expect(answer.code).toBe('VERIFICATION_CODE_NOT_FOUND');
  });

  it('can become one that the user has already, with its verification', async () => {
    const second = {
      user_id: alice.id,
      type: 'email',
      value: 'second@example.com',
      used_for_auth: false,
      is_verified: true,
    };
    await server.call(project.server, 'POST', '/contact-channels', second);
    const { body } = await update({ primary_email: 'second@example.com' });
    expect(body).toMatchObject({
      primary_email: 'second@example.com',
      primary_email_verified: true,
      primary_email_auth_enabled: true,
    });
  });

  it('keeps its flags when it stays the same', async () => {
    const { body } = await update({ primary_email: 'ALICE@example.com' });
    expect(body).toMatchObject({ primary_email_verified: true, primary_email_auth_enabled: true });
  });

  it('has its flags set by the server alone', async () => {
    const flags = { primary_email_verified: false, primary_email_auth_enabled: false };
    expect((await update(flags)).body).toMatchObject(flags);
    expect((await update({ primary_email_verified: true })).body).toMatchObject({
      primary_email_verified: true,
      primary_email_auth_enabled: false,
    });
  });

  it('can be taken away, and then nothing can be said about it', async () => {
    expect((await update({ primary_email: null })).body).toMatchObject({
      primary_email: null,
      primary_email_verified: false,
      primary_email_auth_enabled: false,
    });
    await refuses(() => update({ primary_email_verified: true }), 400);
    await refuses(() => update({ primary_email: null, primary_email_auth_enabled: true }), 400);
    expect((await update({ primary_email_verified: false })).status).toBe(200);
    expect((await update({ primary_email: 'back@example.com' })).body).toMatchObject({
      primary_email: 'back@example.com',
      primary_email_auth_enabled: false,
    });
  });

  it('cannot become one another user signs in with', async () => {
    await project.createUser({ primary_email: 'bob@example.com', primary_email_auth_enabled: true });
    const change = { primary_email: 'bob@example.com', display_name: 'Bob' };
    await refuses(() => updateOwn(change), 409, 'USER_EMAIL_ALREADY_EXISTS');
    const answer = await refuses(() => update(change), 409, 'USER_EMAIL_ALREADY_EXISTS');
    expect(answer.body.details).toEqual({ email: 'bob@example.com', would_work_if_email_was_verified: false });
  });

  it('goes to one of several users who take it at once', async () => {
    const users = await Promise.all(
      [1, 2, 3].map((index) =>
        project.createUser({ primary_email: `user-${index}@example.com`, primary_email_auth_enabled: true }),
      ),
    );
    const answers = await Promise.all(users.map(({ client }) => updateOwn({ primary_email: 'x@example.com' }, client)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is swapped between two users at once without an error of ours', async () => {
    const bob = await project.createUser({ primary_email: 'bob@example.com', primary_email_auth_enabled: true });
    const [own, bobs] = await Promise.all([
      server.call(alice.client, 'GET', '/contact-channels?user_id=me'),
      server.call(bob.client, 'GET', '/contact-channels?user_id=me'),
    ]);
    const answers = await Promise.all([
      server.call(alice.client, 'PATCH', `/contact-channels/me/${own.body.items[0].id}`, { value: 'bob@example.com' }),
      server.call(bob.client, 'PATCH', `/contact-channels/me/${bobs.body.items[0].id}`, { value: 'alice@example.com' }),
      updateOwn({ primary_email: 'bob@example.com' }),
      updateOwn({ primary_email: 'alice@example.com' }, bob.client),
    ]);
    for (const { status } of answers) expect(status).toBeLessThan(500);
    const [a, b] = [(await me()).body.primary_email, (await me(bob)).body.primary_email];
    expect(a).not.toBe(b);
  });

  it('stays one when it is changed twice at once', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => updateOwn({ primary_email: `${name}@example.com` })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { items } = (await server.call(alice.client, 'GET', '/contact-channels?user_id=me')).body;
    expect(items).toHaveLength(1);
  });
});
