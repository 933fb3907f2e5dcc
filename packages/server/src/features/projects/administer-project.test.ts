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

describe('administering a project', () => {
  it('is for the members of the owning team, from the moment they join until the moment they leave', async () => {
    const id = await createOwnProject(ada);
    const fay = await createTestOperator(server, internal, 'Fay');
    const read = () => server.call(fay.adminOf(id), 'GET', '/internal/projects/current');
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
      (project) => ada.adminOf(project.id),
      401,
      'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN',
    ],
    [
      'a user of the project itself as an administrator',
      async (project) => {
        const user = await project.createUser();
        return { ...ada.adminOf(project.id), 'x-stack-admin-access-token': user.client['x-stack-access-token'] ?? '' };
      },
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
    const answer = await server.call(ada.adminOf('internal'), 'GET', '/internal/projects/current');
    expect([answer.status, answer.code]).toEqual([401, 'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN']);
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
