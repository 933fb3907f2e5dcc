import { randomUUID } from 'node:crypto';
import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let internal: TestProject;
let ada: Operator;
let ben: Operator;

/** A signed-in user of `internal` with a personal team. */
interface Operator extends TestUser {
  teamId: string;
}

async function createOperator(name: string): Promise<Operator> {
  const user = await internal.createUser({ display_name: name });
  const { body } = await server.call(user.client, 'GET', '/teams?user_id=me');
  return { ...user, teamId: body.items[0].id };
}

function adminOf(projectId: string, operator: TestUser): TestCaller {
  return {
    'x-stack-project-id': projectId,
    'x-stack-access-type': 'admin',
    'x-stack-admin-access-token': operator.client['x-stack-access-token'] ?? '',
  };
}

async function createOwnProject(operator: Operator, fields: object = {}): Promise<string> {
  const { body } = await server.call(operator.client, 'POST', '/internal/projects', {
    display_name: 'Shop',
    owner_team_id: operator.teamId,
    ...fields,
  });
  return body.id;
}

const watched = ['projects', 'permission_definitions', 'permission_containments'];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
  ada = await createOperator('Ada');
  ben = await createOperator('Ben');
});
afterAll(() => server.close());

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
    const read = await server.call(adminOf(body.id, ada), 'GET', '/internal/projects/current');
    expect(read.body).toEqual(body);
  });

  it('gives it roles for team members, and admits its owner at every access level', async () => {
    const id = await createOwnProject(ada);
    const admin = adminOf(id, ada);
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
    const carl = await createOperator('Carl');
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
    const dora = await createOperator('Dora');
    const emil = await createOperator('Emil');
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

describe('administering a project', () => {
  it('is for the members of the owning team, from the moment they join until the moment they leave', async () => {
    const id = await createOwnProject(ada);
    const fay = await createOperator('Fay');
    const read = () => server.call(adminOf(id, fay), 'GET', '/internal/projects/current');
    expect((await read()).code).toBe('ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN');
    await internal.addMember(ada.teamId, fay);
    expect((await read()).status).toBe(200);
    await server.call(internal.server, 'DELETE', `/team-memberships/${ada.teamId}/${fay.id}`, {});
    expect((await read()).code).toBe('ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN');
  });

  it.each<[string, (project: TestProject) => TestCaller | Promise<TestCaller>, number, string]>([
    ['a client', (project) => project.client, 401, 'INSUFFICIENT_ACCESS_TYPE'],
    ['a server', (project) => project.server, 401, 'INSUFFICIENT_ACCESS_TYPE'],
    [
      'a server key in the place of the admin key',
      (project) => ({
        ...project.admin,
        'x-stack-super-secret-admin-key': project.server['x-stack-secret-server-key'] ?? '',
      }),
      401,
      'INVALID_SUPER_SECRET_ADMIN_KEY',
    ],
    [
      'no key',
      (project) => ({ ...project.admin, 'x-stack-super-secret-admin-key': '' }),
      401,
      'ADMIN_AUTHENTICATION_REQUIRED',
    ],
    [
      'the admin key of another project',
      async (project) => ({ ...(await server.createProject()).admin, 'x-stack-project-id': project.id }),
      401,
      'INVALID_SUPER_SECRET_ADMIN_KEY',
    ],
    [
      'an operator who is no member of an owner',
      (project) => adminOf(project.id, ada),
      401,
      'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN',
    ],
    [
      'a user of the project itself as an administrator',
      async (project) => adminOf(project.id, await project.createUser()),
      401,
      'UNPARSABLE_ADMIN_ACCESS_TOKEN',
    ],
  ])('is refused to %s', async (_who, caller, status, code) => {
    const project = await server.createProject();
    const asCaller = await caller(project);
    const before = await server.snapshot([...watched, 'project_key_sets']);
    const calls: [string, string, object?][] = [
      ['GET', '/internal/projects/current'],
      ['PATCH', '/internal/projects/current', { display_name: 'Taken' }],
      ['DELETE', '/internal/projects/current'],
      ['GET', '/internal/config'],
      ['GET', '/internal/config/override/environment'],
      ['PUT', '/internal/config/override/environment', { config_string: '{}' }],
      ['PATCH', '/internal/config/override/environment', { config_override_string: '{}' }],
      ['POST', '/internal/config/override/environment/reset-keys', { keys: [] }],
      ['GET', '/internal/config/source'],
      ['DELETE', '/internal/config/source'],
    ];
    for (const [method, path, body] of calls) {
      const answer = await server.call(asCaller, method, path, body);
      expect([method, path, answer.status, answer.code]).toEqual([method, path, status, code]);
    }
    expect(await server.snapshot([...watched, 'project_key_sets'])).toEqual(before);
  });

  it('of internal is not for its own operators', async () => {
    const answer = await server.call(adminOf('internal', ada), 'GET', '/internal/projects/current');
    expect([answer.status, answer.code]).toEqual([401, 'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN']);
  });
});

describe('changing a project', () => {
  it('changes what is named and nothing else, with empty keys beside the admin token as the SDK sends them', async () => {
    const id = await createOwnProject(ada, { description: 'before' });
    const caller = { ...adminOf(id, ada), 'x-stack-secret-server-key': '', 'x-stack-super-secret-admin-key': '' };
    const { status, body } = await server.call(caller, 'PATCH', '/internal/projects/current', {
      display_name: 'Renamed',
      config: { allow_user_api_keys: true, allow_team_api_keys: 'true' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      display_name: 'Renamed',
      description: 'before',
      config: { ...initialConfig, allow_user_api_keys: true, allow_team_api_keys: true },
    });
    const { body: asClient } = await server.call(
      { 'x-stack-project-id': id, 'x-stack-access-type': 'client' },
      'GET',
      '/projects/current',
    );
    expect(asClient.config.allow_user_api_keys).toBe(true);
  });

  it('with an empty config changes nothing', async () => {
    const project = await server.createProject({ allow_user_api_keys: true });
    const before = await server.snapshot(watched);
    const { status } = await server.call(project.admin, 'PATCH', '/internal/projects/current', { config: {} });
    expect(status).toBe(200);
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('takes null for what can be empty', async () => {
    const project = await server.createProject();
    const change = (fields: object) => server.call(project.admin, 'PATCH', '/internal/projects/current', fields);
    await change({ description: 'x', logo_url: 'https://example.com/l.png', onboarding_state: { step: 1 } });
    const { body } = await change({ description: null, logo_url: null, onboarding_state: null });
    expect(body).toMatchObject({ description: '', logo_url: null });
    expect(body).not.toHaveProperty('onboarding_state');
  });

  it('sets the default permissions', async () => {
    const project = await server.createProject();
    await server.call(project.admin, 'POST', '/project-permission-definitions', { id: 'buyer' });
    const { body } = await server.call(project.admin, 'PATCH', '/internal/projects/current', {
      config: {
        team_creator_default_permissions: [{ id: 'team_member' }, { id: '$manage_api_keys' }],
        user_default_permissions: [{ id: 'buyer' }],
      },
    });
    expect(body.config).toMatchObject({
      team_creator_default_permissions: [{ id: '$manage_api_keys' }, { id: 'team_member' }],
      team_member_default_permissions: [{ id: 'team_member' }],
      user_default_permissions: [{ id: 'buyer' }],
    });
  });

  it('keeps what does not exist yet switched off, and says so', async () => {
    const project = await server.createProject();
    const { status, body } = await server.call(project.admin, 'PATCH', '/internal/projects/current', {
      config: { magic_link_enabled: true, passkey_enabled: true },
    });
    expect(status).toBe(200);
    expect(body.config).toMatchObject({ magic_link_enabled: false, passkey_enabled: false });
    const { body: asClient } = await server.call(project.client, 'GET', '/projects/current');
    expect(asClient.config).toMatchObject({ magic_link_enabled: false, passkey_enabled: false });
  });

  it.each([
    ['an unknown field', { colour: 'brass' }],
    ['an unknown setting', { config: { colour: 'brass' } }],
    ['another owner', { owner_team_id: randomUUID() }],
    ['a name that is null', { display_name: null }],
    ['a setting that is no boolean', { config: { allow_user_api_keys: 'maybe' } }],
    ['a domain with a path', { config: { domains: [{ domain: 'https://example.com/x', handler_path: '/h' }] } }],
    ['a domain that is everything', { config: { domains: [{ domain: 'https://*.com', handler_path: '/h' }] } }],
    [
      'a handler path on another host',
      { config: { domains: [{ domain: 'https://example.com', handler_path: '//evil.com' }] } },
    ],
    [
      '101 domains',
      {
        config: {
          domains: Array.from({ length: 101 }, (_, n) => ({ domain: `https://h${n}.example.com`, handler_path: '/h' })),
        },
      },
    ],
    ['an onboarding status there is not', { onboarding_status: 'done' }],
    ['another e-mail theme', { config: { email_theme: randomUUID() } }],
  ])('refuses %s, and then changes nothing at all', async (_what, change) => {
    const project = await server.createProject();
    const before = await server.snapshot(watched);
    const answer = await server.call(project.admin, 'PATCH', '/internal/projects/current', {
      display_name: 'x',
      ...change,
    });
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('changes nothing at all when one part of it fails', async () => {
    const project = await server.createProject();
    const before = await server.snapshot(watched);
    const answer = await server.call(project.admin, 'PATCH', '/internal/projects/current', {
      display_name: 'Half',
      config: { allow_user_api_keys: true, user_default_permissions: [{ id: 'nope' }] },
    });
    expect([answer.status, answer.code]).toEqual([404, 'PERMISSION_NOT_FOUND']);
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('loses none of many changes made at once', async () => {
    const project = await server.createProject();
    const names = [
      'allow_user_api_keys',
      'allow_team_api_keys',
      'create_team_on_sign_up',
      'client_team_creation_enabled',
    ];
    await Promise.all(
      names.map((name) =>
        server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { [name]: true } }),
      ),
    );
    const { body } = await server.call(project.admin, 'GET', '/internal/projects/current');
    expect(names.map((name) => body.config[name])).toEqual([true, true, true, true]);
  });
});

describe('the project internal', () => {
  it('has password sign-in and personal teams, and its sign-up is closed', async () => {
    const { body } = await server.call(internal.admin, 'GET', '/internal/projects/current');
    expect(body).toMatchObject({
      id: 'internal',
      owner_team_id: null,
      config: {
        sign_up_enabled: false,
        credential_enabled: true,
        create_team_on_sign_up: true,
        client_team_creation_enabled: true,
        domains: [{ domain: 'http://localhost:8102', handler_path: '/handler' }],
      },
    });
  });

  it.each<[string, string, object | undefined, number]>([
    ['DELETE', '/internal/projects/current', undefined, 403],
    ['PATCH', '/internal/projects/current', { config: { sign_up_enabled: true } }, 403],
    ['PUT', '/internal/config/override/project', { config_string: '{}' }, 403],
    ['PATCH', '/internal/config/override/project', { config_override_string: '{"auth.allowSignUp":true}' }, 403],
    [
      'PATCH',
      '/internal/config/override/environment',
      { config_override_string: '{"auth":{"allowSignUp":true}}' },
      403,
    ],
    ['PUT', '/internal/config/override/branch', { config_string: '{"auth.allowSignUp":null}' }, 403],
    ['POST', '/internal/config/override/project/reset-keys', { keys: ['auth'] }, 403],
  ])('refuses %s %s with %o even to its admin key', async (method, path, body, status) => {
    const before = await server.snapshot([...watched, 'users']);
    const answer = await server.call(internal.admin, method, path, body);
    expect([answer.status, answer.code]).toEqual([status, null]);
    expect(await server.snapshot([...watched, 'users'])).toEqual(before);
  });

  it('lets its admin key change the rest', async () => {
    const { status, body } = await server.call(internal.admin, 'PATCH', '/internal/projects/current', {
      display_name: 'Our Latchkey',
    });
    expect([status, body.display_name]).toEqual([200, 'Our Latchkey']);
  });
});

describe('deleting a project', () => {
  const all = [
    'projects',
    'project_key_sets',
    'project_keys',
    'users',
    'contact_channels',
    'sessions',
    'verification_codes',
    'teams',
    'team_members',
    'permission_definitions',
    'permission_containments',
    'team_permission_grants',
    'project_permission_grants',
    'api_keys',
    'mails',
  ];

  async function fill(project: TestProject): Promise<TestUser> {
    const user = await project.createUser({
      primary_email: 'u@example.com',
      primary_email_auth_enabled: true,
      password: 'long enough',
    });
    const team = await project.createTeam(user);
    await server.call(user.client, 'PATCH', '/users/me', { selected_team_id: team.id });
    await server.call(project.admin, 'POST', '/project-permission-definitions', { id: 'buyer' });
    await server.call(project.server, 'POST', `/project-permissions/${user.id}/buyer`, {});
    await server.call(project.server, 'POST', '/user-api-keys', {
      user_id: user.id,
      description: 'k',
      expires_at_millis: null,
    });
    await server.call(project.server, 'POST', '/team-api-keys', {
      team_id: team.id,
      description: 'k',
      expires_at_millis: null,
    });
    await server.call(project.client, 'POST', '/auth/password/send-reset-code', {
      email: 'u@example.com',
      callback_url: 'http://localhost/',
    });
    return user;
  }

  it('takes everything in it along, and nothing of any other project', async () => {
    const other = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
    await fill(other);
    const before = await server.snapshot(all);
    const project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
    const user = await fill(project);
    const during = (await server.snapshot(all)) as Record<string, { project_id?: string; id?: string }[]>;
    for (const table of all) {
      expect([table, during[table]?.some((row) => row.project_id === project.id || row.id === project.id)]).toEqual([
        table,
        true,
      ]);
    }

    const answer = await server.call(project.admin, 'DELETE', '/internal/projects/current');
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect(await server.snapshot(all)).toEqual(before);
    for (const caller of [project.client, project.server, project.admin, user.client]) {
      const { code } = await server.call(caller, 'GET', '/projects/current');
      expect(['CURRENT_PROJECT_NOT_FOUND', 'ACCESS_TOKEN_EXPIRED', 'INVALID_PROJECT_FOR_ACCESS_TOKEN']).toContain(code);
    }
  });

  it('takes a body of {} and a body of none, and works once', async () => {
    const project = await server.createProject();
    expect((await server.call(project.admin, 'DELETE', '/internal/projects/current', {})).status).toBe(200);
    expect((await server.call(project.admin, 'DELETE', '/internal/projects/current')).code).toBe(
      'CURRENT_PROJECT_NOT_FOUND',
    );
  });

  it('by two owners at once leaves nothing and fails nobody with a fault of ours', async () => {
    const project = await server.createProject();
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.call(project.admin, 'DELETE', '/internal/projects/current')),
    );
    for (const { status } of answers) expect([200, 400]).toContain(status);
    expect((await server.call(project.client, 'GET', '/projects/current')).code).toBe('CURRENT_PROJECT_NOT_FOUND');
  });
});

describe('transferring a project', () => {
  it('gives it to another team of the operator; the members of the former administer it no longer', async () => {
    const gil = await createOperator('Gil');
    const hal = await createOperator('Hal');
    await internal.addMember(hal.teamId, gil);
    const id = await createOwnProject(gil);
    const answer = await server.call(gil.client, 'POST', '/internal/projects/transfer', {
      project_id: id,
      new_team_id: hal.teamId,
    });
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);
    expect((await server.call(adminOf(id, hal), 'GET', '/internal/projects/current')).body.owner_team_id).toBe(
      hal.teamId,
    );

    await server.call(internal.server, 'DELETE', `/team-memberships/${hal.teamId}/${gil.id}`, {});
    expect((await server.call(adminOf(id, gil), 'GET', '/internal/projects/current')).code).toBe(
      'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN',
    );
  });

  it.each<[string, () => TestCaller, (id: string) => Promise<object> | object, string]>([
    [
      'to a team of others',
      () => ada.client,
      (id) => ({ project_id: id, new_team_id: ben.teamId }),
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    [
      'to no team',
      () => ada.client,
      (id) => ({ project_id: id, new_team_id: randomUUID() }),
      'TEAM_MEMBERSHIP_NOT_FOUND',
    ],
    ['of somebody else', () => ben.client, (id) => ({ project_id: id, new_team_id: ben.teamId }), 'PROJECT_NOT_FOUND'],
    [
      'that does not exist',
      () => ada.client,
      () => ({ project_id: randomUUID(), new_team_id: ada.teamId }),
      'PROJECT_NOT_FOUND',
    ],
    [
      'that nobody owns',
      () => ada.client,
      async () => ({ project_id: (await server.createProject()).id, new_team_id: ada.teamId }),
      'PROJECT_NOT_FOUND',
    ],
    ['internal', () => ada.client, () => ({ project_id: 'internal', new_team_id: ada.teamId }), 'SCHEMA_ERROR'],
    [
      'without a session',
      () => internal.client,
      (id) => ({ project_id: id, new_team_id: ada.teamId }),
      'USER_AUTHENTICATION_REQUIRED',
    ],
    [
      'by the server of internal',
      () => internal.server,
      (id) => ({ project_id: id, new_team_id: ada.teamId }),
      'USER_AUTHENTICATION_REQUIRED',
    ],
  ])('%s is refused', async (_what, caller, body, code) => {
    const id = await createOwnProject(ada);
    const wanted = await body(id);
    const before = await server.snapshot(watched);
    expect((await server.call(caller(), 'POST', '/internal/projects/transfer', wanted)).code).toBe(code);
    expect(await server.snapshot(watched)).toEqual(before);
  });
});

describe('what everybody may see of a project', () => {
  it('is what the pages for sign-in need', async () => {
    const project = await server.createProject({ allow_localhost: false });
    const { status, body } = await server.call(project.client, 'GET', '/projects/current');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: project.id,
      display_name: 'A test project',
      config: {
        sign_up_enabled: true,
        credential_enabled: true,
        magic_link_enabled: false,
        passkey_enabled: false,
        client_team_creation_enabled: false,
        client_user_deletion_enabled: false,
        allow_localhost: false,
        allow_user_api_keys: false,
        allow_team_api_keys: false,
        enabled_oauth_providers: [],
        domains: [],
      },
    });
  });

  it('needs a project', async () => {
    expect((await server.call({}, 'GET', '/projects/current')).code).toBe('ACCESS_TYPE_REQUIRED');
    const unknown = { 'x-stack-access-type': 'client', 'x-stack-project-id': randomUUID() };
    expect((await server.call(unknown, 'GET', '/projects/current')).code).toBe('CURRENT_PROJECT_NOT_FOUND');
  });
});
