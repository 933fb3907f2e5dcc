import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Who is calling, rule by rule of wire.md section 2, seen through endpoints of every access level.
 */
let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true });
  other = await server.createProject();
  alice = await project.createUser();
});
afterAll(() => server.close());

const client = '/projects/current';
const serverOnly = '/users';
const admin = '/internal/projects/current';

function without(caller: TestCaller, ...names: string[]): TestCaller {
  return Object.fromEntries(Object.entries(caller).filter(([name]) => !names.includes(name.replace('x-stack-', ''))));
}

function hexclave(caller: TestCaller): TestCaller {
  return Object.fromEntries(
    Object.entries(caller).map(([name, value]) => [name.replace('x-stack-', 'x-hexclave-'), value]),
  );
}

type Scenario = [
  title: string,
  caller: () => TestCaller,
  path: string,
  status: number,
  code: string | null,
  details?: object,
];

const scenarios: Scenario[] = [
  ['nobody', () => ({}), client, 400, 'ACCESS_TYPE_REQUIRED'],
  [
    'a key without an access type',
    () => without(project.server, 'access-type'),
    client,
    400,
    'PROJECT_KEY_WITHOUT_ACCESS_TYPE',
  ],
  [
    'an admin token without an access type',
    () => ({ 'x-stack-admin-access-token': 'x' }),
    client,
    400,
    'PROJECT_KEY_WITHOUT_ACCESS_TYPE',
  ],
  [
    'an unknown access type',
    () => ({ ...project.client, 'x-stack-access-type': 'root' }),
    client,
    400,
    'INVALID_ACCESS_TYPE',
    { accessType: 'root' },
  ],
  [
    'an access type without a project',
    () => without(project.client, 'project-id'),
    client,
    400,
    'ACCESS_TYPE_WITHOUT_PROJECT_ID',
    { request_type: 'client' },
  ],
  [
    'an unknown project',
    () => ({ ...project.client, 'x-stack-project-id': 'nope' }),
    client,
    400,
    'CURRENT_PROJECT_NOT_FOUND',
    { project_id: 'nope' },
  ],
  [
    'a project id that is no text for a database',
    () => ({ ...project.client, 'x-stack-project-id': 'a%00' }),
    client,
    400,
    'CURRENT_PROJECT_NOT_FOUND',
  ],
  [
    'another branch',
    () => ({ ...project.client, 'x-stack-branch-id': 'dev' }),
    client,
    400,
    'BRANCH_DOES_NOT_EXIST',
    { branch_id: 'dev' },
  ],
  ['the branch main', () => ({ ...project.client, 'x-stack-branch-id': 'main' }), client, 200, null],
  ['a client with its key', () => project.client, client, 200, null],
  ['a client without a key', () => without(project.client, 'publishable-client-key'), client, 200, null],
  [
    'a client with an empty key',
    () => ({ ...project.client, 'x-stack-publishable-client-key': '' }),
    client,
    200,
    null,
  ],
  [
    'a client with the key of those that have none',
    () => ({ ...project.client, 'x-stack-publishable-client-key': '__stack_public_client__' }),
    client,
    200,
    null,
  ],
  [
    'a client with a wrong key',
    () => ({ ...project.client, 'x-stack-publishable-client-key': 'pck_x' }),
    client,
    401,
    'INVALID_PUBLISHABLE_CLIENT_KEY',
  ],
  [
    "a client with another project's key",
    () => ({ ...other.client, 'x-stack-project-id': project.id }),
    client,
    401,
    'INVALID_PUBLISHABLE_CLIENT_KEY',
  ],
  ['a server with its key', () => project.server, client, 200, null],
  [
    'a server without a key',
    () => without(project.server, 'secret-server-key'),
    client,
    401,
    'SERVER_AUTHENTICATION_REQUIRED',
  ],
  [
    "a server with another project's key",
    () => ({ ...other.server, 'x-stack-project-id': project.id }),
    serverOnly,
    401,
    'INVALID_SECRET_SERVER_KEY',
  ],
  [
    'a server with an admin key',
    () => ({ ...project.server, 'x-stack-secret-server-key': project.admin['x-stack-super-secret-admin-key'] ?? '' }),
    serverOnly,
    401,
    'INVALID_SECRET_SERVER_KEY',
  ],
  [
    'a server with the admin key in its own header only',
    () => ({ ...project.admin, 'x-stack-access-type': 'server' }),
    serverOnly,
    401,
    'SERVER_AUTHENTICATION_REQUIRED',
  ],
  ['an admin with its key', () => project.admin, admin, 200, null],
  [
    'an admin without a key',
    () => without(project.admin, 'super-secret-admin-key'),
    admin,
    401,
    'ADMIN_AUTHENTICATION_REQUIRED',
  ],
  [
    'an admin with a server key',
    () => ({ ...project.admin, 'x-stack-super-secret-admin-key': project.server['x-stack-secret-server-key'] ?? '' }),
    admin,
    401,
    'INVALID_SUPER_SECRET_ADMIN_KEY',
  ],
  [
    'a client where servers are asked for',
    () => project.client,
    serverOnly,
    401,
    'INSUFFICIENT_ACCESS_TYPE',
    { actual_access_type: 'client', allowed_access_types: ['server', 'admin'] },
  ],
  [
    'a server where administrators are asked for',
    () => project.server,
    admin,
    401,
    'INSUFFICIENT_ACCESS_TYPE',
    { actual_access_type: 'server', allowed_access_types: ['admin'] },
  ],
  [
    'a garbled access token',
    () => ({ ...project.client, 'x-stack-access-token': 'a.b.c' }),
    client,
    401,
    'UNPARSABLE_ACCESS_TOKEN',
  ],
  [
    "another project's access token",
    () => ({ ...alice.client, 'x-stack-project-id': other.id, 'x-stack-publishable-client-key': '' }),
    client,
    401,
    'INVALID_PROJECT_FOR_ACCESS_TOKEN',
  ],
  [
    'a garbled admin token',
    () => ({ ...project.admin, 'x-stack-admin-access-token': 'a.b.c' }),
    admin,
    401,
    'UNPARSABLE_ADMIN_ACCESS_TOKEN',
  ],
  [
    "a user's token as an admin token",
    () => ({ ...project.admin, 'x-stack-admin-access-token': alice.client['x-stack-access-token'] ?? '' }),
    admin,
    401,
    'UNPARSABLE_ADMIN_ACCESS_TOKEN',
  ],
  ['me without a user', () => project.server, '/users/me', 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
];

describe('the caller', () => {
  it.each(scenarios)('%s', async (_title, caller, path, status, code, details) => {
    const answer = await server.call(caller(), 'GET', path);
    expect([answer.status, answer.code]).toEqual([status, code]);
    if (details !== undefined) expect(answer.body.details).toEqual(details);
  });

  it.each(scenarios)('is the same in the newer spelling: %s', async (_title, caller, path, status, code) => {
    const answer = await server.call(hexclave(caller()), 'GET', path);
    expect(answer.status).toBe(status);
    // A caller who sends no header of either spelling is answered in the older one.
    const spelling = Object.keys(caller()).length === 0 ? 'x-stack-' : 'x-hexclave-';
    expect(answer.headers.get(`${spelling}known-error`)).toBe(code);
    expect(answer.headers.has(`${spelling}request-id`)).toBe(true);
  });

  it('is refused where the project asks for a publishable key and there is none', async () => {
    const strict = await server.createProject({ require_publishable_client_key: true });
    const answer = await server.call(without(strict.client, 'publishable-client-key'), 'GET', client);
    expect([answer.code, answer.body.details]).toEqual([
      'PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT',
      { project_id: strict.id },
    ]);
    expect((await server.call(strict.client, 'GET', client)).status).toBe(200);
  });

  it('is nobody once the user of its token is deleted', async () => {
    const bob = await project.createUser();
    await server.call(project.server, 'DELETE', `/users/${bob.id}`);
    const answer = await server.call(bob.client, 'GET', '/users/me');
    expect(['CANNOT_GET_OWN_USER_WITHOUT_USER', 'ACCESS_TOKEN_EXPIRED']).toContain(answer.code);
  });
});
