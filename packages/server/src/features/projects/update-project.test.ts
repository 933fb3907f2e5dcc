import { randomUUID } from 'node:crypto';
import {
  createTestOperator,
  startTestServer,
  type TestOperator,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;
let internal: TestProject;
let ada: TestOperator;

const watched = ['projects', 'permission_definitions', 'permission_containments'];

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
  ada = await createTestOperator(server, internal, 'Ada');
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

describe('changing a project', () => {
  it('changes what is named and nothing else, with empty keys beside the admin token as the SDK sends them', async () => {
    const id = await createOwnProject(ada, { description: 'before' });
    const caller = { ...ada.adminOf(id), 'x-stack-secret-server-key': '', 'x-stack-super-secret-admin-key': '' };
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
