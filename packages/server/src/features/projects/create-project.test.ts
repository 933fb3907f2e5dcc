import { randomUUID } from 'node:crypto';
import {
  createTestOperator,
  startTestServer,
  type TestCaller,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let internal: TestProject;
let ada: TestOperator;
let ben: TestOperator;

const watched = ['projects', 'permission_definitions', 'permission_containments'];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
  ada = await createTestOperator(server, internal, 'Ada');
  ben = await createTestOperator(server, internal, 'Ben');
});
afterAll(() => server.close());

async function createOwnProject(operator: TestOperator, fields: object = {}): Promise<string> {
  const { body } = await server.call(operator.client, 'POST', '/internal/projects', {
    display_name: 'Shop',
    owner_team_id: operator.teamId,
    ...fields,
  });
  return body.id;
}

const initialConfig = {
  allow_localhost: true,
  sign_up_enabled: true,
  credential_enabled: true,
  magic_link_enabled: false,
  passkey_enabled: false,
  client_team_creation_enabled: false,
  client_user_deletion_enabled: false,
  allow_user_api_keys: false,
  allow_team_api_keys: false,
  oauth_providers: [],
  enabled_oauth_providers: [],
  domains: [],
  email_config: { type: 'shared' },
  email_theme: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  create_team_on_sign_up: false,
  team_creator_default_permissions: [{ id: 'team_admin' }],
  team_member_default_permissions: [{ id: 'team_member' }],
  user_default_permissions: [],
  oauth_account_merge_strategy: 'link_method',
};

describe('creating a project', () => {
  it('gives it the initial configuration and the team as its owner', async () => {
    const answer = await server.call(ada.client, 'POST', '/internal/projects', {
      config: {},
      display_name: 'My project',
      owner_team_id: ada.teamId,
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      display_name: 'My project',
      description: '',
      created_at_millis: server.clock.now().getTime(),
      is_production_mode: false,
      is_development_environment: false,
      owner_team_id: ada.teamId,
      onboarding_status: 'completed',
      logo_url: null,
      logo_full_url: null,
      logo_dark_mode_url: null,
      logo_full_dark_mode_url: null,
      config: initialConfig,
    });
  });

  it('takes every field that can be changed later', async () => {
    const { status, body } = await server.call(ada.client, 'POST', '/internal/projects', {
      display_name: 'Full',
      owner_team_id: ada.teamId,
      description: 'All of it',
      is_production_mode: true,
      is_development_environment: true,
      onboarding_status: 'auth_setup',
      onboarding_state: { selected_apps: ['teams'] },
      logo_url: 'https://example.com/logo.png',
      config: { allow_user_api_keys: true, domains: [{ domain: 'https://example.com', handler_path: '/auth' }] },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      description: 'All of it',
      is_production_mode: true,
      is_development_environment: true,
      onboarding_status: 'auth_setup',
      onboarding_state: { selected_apps: ['teams'] },
      logo_url: 'https://example.com/logo.png',
      config: { allow_user_api_keys: true, domains: [{ domain: 'https://example.com', handler_path: '/auth' }] },
    });
    const read = await server.call(ada.adminOf(body.id), 'GET', '/internal/projects/current');
    expect(read.body).toEqual(body);
  });

  it('gives it roles for team members, and admits its owner at every access level', async () => {
    const id = await createOwnProject(ada);
    const admin = ada.adminOf(id);
    const { body } = await server.call(admin, 'GET', '/team-permission-definitions');
    expect(body.items.map((item: { id: string }) => item.id)).toEqual(
      expect.arrayContaining(['team_admin', 'team_member', '$manage_api_keys']) as string[],
    );
    for (const access of ['client', 'server', 'admin']) {
      const answer = await server.call({ ...admin, 'x-stack-access-type': access }, 'GET', '/projects/current');
      expect(answer.status).toBe(200);
    }
  });

  it.each<[string, () => TestCaller, () => object, number, string | null]>([
    ['nobody is signed in', () => internal.client, () => ({}), 401, 'USER_AUTHENTICATION_REQUIRED'],
    ['the server of internal calls for nobody', () => internal.server, () => ({}), 401, 'USER_AUTHENTICATION_REQUIRED'],
    [
      'the team is of another operator',
      () => ada.client,
      () => ({ owner_team_id: ben.teamId }),
      404,
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    [
      'the team is unknown',
      () => ada.client,
      () => ({ owner_team_id: randomUUID() }),
      404,
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    ['the team is missing', () => ada.client, () => ({ owner_team_id: undefined }), 400, 'SCHEMA_ERROR'],
    ['the team is null', () => ada.client, () => ({ owner_team_id: null }), 400, 'SCHEMA_ERROR'],
    ['the name is missing', () => ada.client, () => ({ display_name: undefined }), 400, 'SCHEMA_ERROR'],
    ['the name is empty', () => ada.client, () => ({ display_name: '' }), 400, 'SCHEMA_ERROR'],
    ['the name is too long', () => ada.client, () => ({ display_name: 'x'.repeat(257) }), 400, 'SCHEMA_ERROR'],
    ['the name cannot be stored', () => ada.client, () => ({ display_name: 'a\0b' }), 400, 'SCHEMA_ERROR'],
    ['it names its own id', () => ada.client, () => ({ id: 'internal' }), 400, 'SCHEMA_ERROR'],
    ['the logo is a script', () => ada.client, () => ({ logo_url: 'javascript:alert(1)' }), 400, 'SCHEMA_ERROR'],
    [
      'a default permission is unknown',
      () => ada.client,
      () => ({ config: { user_default_permissions: [{ id: 'nope' }] } }),
      404,
      'PERMISSION_NOT_FOUND',
    ],
    [
      'mail of its own is asked for',
      () => ada.client,
      () => ({ config: { email_config: { type: 'standard', password: 'secret' } } }),
      400,
      'SCHEMA_ERROR',
    ],
    [
      'an OAuth provider is asked for',
      () => ada.client,
      () => ({ config: { oauth_providers: [{ id: 'github' }] } }),
      400,
      'SCHEMA_ERROR',
    ],
  ])('is refused when %s', async (_when, caller, change, status, code) => {
    const before = await server.snapshot(watched);
    const body = { display_name: 'Shop', owner_team_id: ada.teamId, ...change() };
    const answer = await server.call(caller(), 'POST', '/internal/projects', body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('is refused on any other project, whoever signs in there', async () => {
    const other = await server.createProject();
    const user = await other.createUser();
    const before = await server.snapshot(watched);
    for (const caller of [user.client, other.server, other.admin]) {
      const answer = await server.call(caller, 'POST', '/internal/projects', {
        display_name: 'x',
        owner_team_id: ada.teamId,
      });
      expect([answer.status, answer.code]).toEqual([401, 'EXPECTED_INTERNAL_PROJECT']);
    }
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('is refused to an operator who is restricted, whatever the headers say', async () => {
    const carl = await createTestOperator(server, internal, 'Carl');
    await server.deps.db.updateTable('users').set({ restricted_by_admin: true }).where('id', '=', carl.id).execute();
    const before = await server.snapshot(watched);
    const caller = { ...carl.client, 'x-stack-allow-restricted-user': 'true', 'x-stack-allow-anonymous-user': 'true' };
    const answer = await server.call(caller, 'POST', '/internal/projects', {
      display_name: 'x',
      owner_team_id: carl.teamId,
    });
    expect([answer.status, answer.code]).toEqual([403, 'RESTRICTED_USER_NOT_ALLOWED']);
    expect(await server.snapshot(watched)).toEqual(before);
  });
});

describe('listing projects', () => {
  it('shows those of all teams of the operator, oldest first, and of nobody else', async () => {
    const dora = await createTestOperator(server, internal, 'Dora');
    const emil = await createTestOperator(server, internal, 'Emil');
    await internal.addMember(emil.teamId, dora);
    const first = await createOwnProject(dora);
    server.clock.advance({ seconds: 1 });
    const second = await createOwnProject(emil);

    const own = await server.call(dora.client, 'GET', '/internal/projects');
    expect(own.body).toMatchObject({
      is_paginated: false,
      items: [{ id: first }, { id: second, config: initialConfig }],
    });
    const theirs = await server.call(emil.client, 'GET', '/internal/projects');
    expect(theirs.body.items.map((item: { id: string }) => item.id)).toEqual([second]);
  });

  it('is refused without a signed-in operator, and on other projects', async () => {
    const other = await server.createProject();
    const user = await other.createUser();
    expect((await server.call(internal.client, 'GET', '/internal/projects')).code).toBe('USER_AUTHENTICATION_REQUIRED');
    expect((await server.call(user.client, 'GET', '/internal/projects')).code).toBe('EXPECTED_INTERNAL_PROJECT');
  });
});
