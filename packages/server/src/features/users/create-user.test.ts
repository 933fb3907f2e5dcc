import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { hash } from '@node-rs/bcrypt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;

const tables = ['users', 'contact_channels', 'teams', 'team_members', 'project_permission_grants'];

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

function create(fields: unknown, caller = project.server) {
  return server.call(caller, 'POST', '/users', fields);
}

describe('POST /users', () => {
  it('creates a user of nothing', async () => {
    const answer = await create({});
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      primary_email: null,
      primary_email_verified: false,
      primary_email_auth_enabled: false,
      display_name: null,
      selected_team: null,
      selected_team_id: null,
      profile_image_url: null,
      signed_up_at_millis: server.clock.now().getTime(),
      last_active_at_millis: server.clock.now().getTime(),
      has_password: false,
      otp_auth_enabled: false,
      passkey_auth_enabled: false,
      client_metadata: null,
      client_read_only_metadata: null,
      server_metadata: null,
      is_anonymous: false,
      is_restricted: false,
      restricted_reason: null,
      restricted_by_admin: false,
      restricted_by_admin_reason: null,
      restricted_by_admin_private_details: null,
      country_code: null,
      risk_scores: { sign_up: { bot: 0, free_trial_abuse: 0 } },
      oauth_providers: [],
      auth_with_email: false,
      requires_totp_mfa: false,
    });
    const { body } = await server.call(project.server, 'GET', `/users/${answer.body.id}`);
    expect(body).toEqual(answer.body);
  });

  it('keeps every field that the server sets', async () => {
    const fields = {
      display_name: 'Alice',
      profile_image_url: 'https://images.example.com/alice.png',
      client_metadata: { theme: 'dark', numbers: [1, 2.5, null, 'ü'] },
      client_read_only_metadata: 'a text',
      server_metadata: [true],
      primary_email: 'Alice@Example.com',
      primary_email_verified: true,
      primary_email_auth_enabled: true,
      restricted_by_admin: true,
      restricted_by_admin_reason: 'spam',
      restricted_by_admin_private_details: 'case 5',
      country_code: 'CH',
      risk_scores: { sign_up: { bot: 100, free_trial_abuse: 7 } },
    };
    const { status, body } = await create({ ...fields, password: 'correct horse' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...fields,
      primary_email: 'alice@example.com',
      has_password: true,
      auth_with_email: true,
      is_restricted: true,
      restricted_reason: { type: 'restricted_by_administrator' },
    });
  });

  it('keeps no secret as it came', async () => {
    await create({ password: 'a-canary-password' });
    expect(JSON.stringify(await server.snapshot(['users']))).not.toContain('canary');
  });

  it('coerces what a form sends', async () => {
    const form = new URLSearchParams({ display_name: 'Form', restricted_by_admin: 'true' }).toString();
    const headers = { ...project.server, 'content-type': 'application/x-www-form-urlencoded' };
    const { status, body } = await server.call(headers, 'POST', '/users', form);
    expect([status, body.display_name, body.restricted_by_admin]).toEqual([201, 'Form', true]);
  });

  it.each([
    ['the name', { display_name: 'Alice', primary_email: 'alice@example.com' }, "Alice's Team"],
    ['the address without a name', { primary_email: 'alice@example.com' }, "alice@example.com's Team"],
    ['neither', {}, 'Personal Team'],
  ])('makes a personal team with %s, selected after the answer', async (_what, fields, teamName) => {
    project = await server.createProject({ create_team_on_sign_up: true });
    const { body } = await create(fields);
    expect([body.selected_team, body.selected_team_id]).toEqual([null, null]);
    const after = (await server.call(project.server, 'GET', `/users/${body.id}`)).body;
    expect(after.selected_team).toMatchObject({ id: after.selected_team_id, display_name: teamName });
    const alice = await project.signIn(body.id);
    const path = `/team-permissions?team_id=${after.selected_team_id}&user_id=me&recursive=true`;
    const { items } = (await server.call(alice.client, 'GET', path)).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain('$delete_team');
  });

  it('imports a bcrypt hash, which then signs in', async () => {
    const password_hash = await hash('correct horse', { cost: 4 });
    const wish = { primary_email: 'alice@example.com', primary_email_auth_enabled: true, password_hash };
    expect((await create(wish)).body.has_password).toBe(true);
    const credentials = { email: 'alice@example.com', password: 'correct horse' };
    expect((await server.call(project.client, 'POST', '/auth/password/sign-in', credentials)).status).toBe(200);
  });

  it('lets one of many simultaneous creations have an address', async () => {
    const wish = { primary_email: 'alice@example.com', primary_email_auth_enabled: true };
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { body } = await server.call(project.server, 'GET', '/users');
    expect(body.items).toHaveLength(1);
  });

  it('refuses an address another user signs in with, however it is written', async () => {
    await create({ primary_email: 'alice@example.com', primary_email_auth_enabled: true });
    const wish = { primary_email: 'ALICE@example.com', primary_email_auth_enabled: true };
    const answer = await refuses(() => create(wish), 409, 'USER_EMAIL_ALREADY_EXISTS');
    expect(answer.body.details).toEqual({ email: 'alice@example.com', would_work_if_email_was_verified: false });
    expect((await create({ ...wish, primary_email_auth_enabled: false })).status).toBe(201);
    expect((await create(wish, other.server)).status).toBe(201);
  });

  it('refuses words about an address that the user does not have', async () => {
    await refuses(() => create({ primary_email_verified: true }), 400);
    await refuses(() => create({ primary_email_auth_enabled: true }), 400);
  });

  it('refuses short passwords', async () => {
    const answer = await refuses(() => create({ password: 'seven77' }), 400, 'PASSWORD_TOO_SHORT');
    expect(answer.body.details).toEqual({ min_length: 8 });
  });

  it('takes the longest of everything', async () => {
    const fields = {
      display_name: 'n'.repeat(256),
      password: 'p'.repeat(70),
      profile_image_url: `data:image/png;base64,${Buffer.alloc(32_768).toString('base64')}`,
    };
    expect((await create(fields)).status).toBe(201);
    const server_metadata = 'm'.repeat(32_766);
    expect((await create({ server_metadata })).body.server_metadata).toBe(server_metadata);
  });

  it.each([
    ['a name that is too long', { display_name: 'n'.repeat(257) }],
    ['a name with a NUL character', { display_name: 'a\0b' }],
    ['a number as name', { display_name: 5 }],
    ['a password that is too long', { password: 'p'.repeat(71) }],
    ['a password and a hash', { password: 'correct horse', password_hash: `$2b$10$${'a'.repeat(53)}` }],
    ['a hash of another kind', { password_hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA' }],
    ['a hash that takes minutes to check', { password_hash: `$2b$31$${'a'.repeat(53)}` }],
    ['a hash that is cut off', { password_hash: `$2b$10$${'a'.repeat(52)}` }],
    ['no address', { primary_email: 'alice' }],
    ['an empty address', { primary_email: '' }],
    ['an image over plain http', { profile_image_url: 'http://images.example.com/alice.png' }],
    [
      'an image of 32 KiB and a byte',
      { profile_image_url: `data:image/png;base64,${Buffer.alloc(32_769).toString('base64')}` },
    ],
    ['an image that can hold scripts', { profile_image_url: 'data:image/svg+xml;base64,PHN2Zy8+' }],
    ['a script as image', { profile_image_url: 'javascript:alert(1)' }],
    ['a NUL character in an image URL', { profile_image_url: 'https://images.example.com/\0' }],
    ['metadata with a NUL character', { client_metadata: { deep: [{ 'a\0': 1 }] } }],
    ['metadata with half of a surrogate pair', { server_metadata: { deep: ['\ud83d'] } }],
    ['metadata over 32 KiB', { client_read_only_metadata: 'm'.repeat(32_767) }],
    ['a second factor that is no text', { totp_secret_base64: 5 }],
    ['OAuth providers', { oauth_providers: [{ id: 'github', account_id: '1', email: null }] }],
    ['a country that is none', { country_code: 'Switzerland' }],
    ['a risk over 100', { risk_scores: { sign_up: { bot: 101, free_trial_abuse: 0 } } }],
    ['a reason without a restriction', { restricted_by_admin_reason: 'spam' }],
    ['details with a lifted restriction', { restricted_by_admin: false, restricted_by_admin_private_details: 'x' }],
    ['a selected team', { selected_team_id: '12345678-9abc-4def-8123-456789abcdef' }],
    ['an id of the caller’s choice', { id: '12345678-9abc-4def-8123-456789abcdef' }],
    ['a project of the caller’s choice', { project_id: 'internal' }],
    ['a list', []],
    ['a text', 'alice'],
  ])('refuses %s', async (_what, fields) => {
    await refuses(() => create(fields), 400, 'SCHEMA_ERROR');
  });

  it.each([{ totp_secret_base64: 'c2VjcmV0' }, { otp_auth_enabled: true }, { passkey_auth_enabled: true }])(
    'refuses %j, since it would protect nobody, or let nobody in',
    async (fields) => {
      const answer = await refuses(() => create({ display_name: 'Alice', ...fields }), 400);
      expect(answer.body).toMatch(/not available yet/);
    },
  );

  it('takes the same fields with the values that switch nothing on', async () => {
    const nothing = { totp_secret_base64: null, otp_auth_enabled: false, passkey_auth_enabled: false };
    const { status, body } = await create(nothing);
    expect(status).toBe(201);
    expect(body).toMatchObject({ requires_totp_mfa: false, otp_auth_enabled: false, passkey_auth_enabled: false });
  });

  it('names every problem of a request', async () => {
    const { body } = await create({ display_name: 5, primary_email: 'x', nonsense: 1 });
    expect(body.details.message).toMatch(/display_name.*primary_email.*nonsense/s);
  });

  it('is for servers only', async () => {
    const alice = await project.createUser();
    await refuses(() => create({}, project.client), 401, 'INSUFFICIENT_ACCESS_TYPE');
    await refuses(() => create({}, alice.client), 401, 'INSUFFICIENT_ACCESS_TYPE');
    await refuses(() => create({}, {}), 400, 'ACCESS_TYPE_REQUIRED');
    await refuses(
      () => create({}, { ...project.server, 'x-stack-project-id': other.id }),
      401,
      'INVALID_SECRET_SERVER_KEY',
    );
    expect((await create({}, project.admin)).status).toBe(201);
  });
});
