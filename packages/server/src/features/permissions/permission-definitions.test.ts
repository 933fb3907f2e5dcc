import { startTestServer, type TestCaller, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;

const tables = [
  'permission_definitions',
  'permission_containments',
  'team_permission_grants',
  'project_permission_grants',
];
const systemIds = [
  '$delete_team',
  '$invite_members',
  '$manage_api_keys',
  '$read_members',
  '$remove_members',
  '$update_team',
];

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject();
  alice = await project.createUser();
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

async function define(scope: 'team' | 'project', id: string, contained?: string[], caller = project.admin) {
  const body = { id, ...(contained !== undefined && { contained_permission_ids: contained }) };
  const answer = await server.call(caller, 'POST', `/${scope}-permission-definitions`, body);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function list(scope: 'team' | 'project', query = '', caller: TestCaller = project.admin) {
  const { status, body } = await server.call(caller, 'GET', `/${scope}-permission-definitions${query}`);
  expect(status).toBe(200);
  return body;
}

const change = (id: string, body: unknown, scope = 'team') =>
  server.call(project.admin, 'PATCH', `/${scope}-permission-definitions/${encodeURIComponent(id)}`, body);
const remove = (id: string, scope = 'team') =>
  server.call(project.admin, 'DELETE', `/${scope}-permission-definitions/${encodeURIComponent(id)}`);
const idsOf = (body: { items: { id: string }[] }): string[] => body.items.map(({ id }) => id);

describe.each(['team', 'project'] as const)('defining a %s permission', (scope) => {
  it('makes it appear in the lists of its scope only', async () => {
    const created = await server.call(project.admin, 'POST', `/${scope}-permission-definitions`, {
      id: 'docs:read',
      description: 'Read documents',
    });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ id: 'docs:read', description: 'Read documents', contained_permission_ids: [] });
    expect(idsOf(await list(scope))).toContain('docs:read');
    expect(idsOf(await list(scope === 'team' ? 'project' : 'team'))).not.toContain('docs:read');
    expect(idsOf(await list(scope, '', other.admin))).not.toContain('docs:read');
  });

  it('takes what it contains, each once, sorted', async () => {
    await define(scope, 'b');
    await define(scope, 'a');
    const created = await define(scope, 'role', ['b', 'a', 'b']);
    expect(created).toEqual({ id: 'role', contained_permission_ids: ['a', 'b'] });
  });

  it('refuses an id that is taken, in whichever scope', async () => {
    await define('team', 'taken_by_team');
    await define('project', 'taken_by_project');
    for (const id of ['taken_by_team', 'taken_by_project']) {
      const answer = await refuses(
        () => server.call(project.admin, 'POST', `/${scope}-permission-definitions`, { id }),
        400,
        'PERMISSION_ID_ALREADY_EXISTS',
      );
      expect(answer.body.details).toEqual({ permission_id: id });
    }
  });

  it('refuses to contain what does not exist in its scope, and then defines nothing', async () => {
    await define(scope === 'team' ? 'project' : 'team', 'of_the_other_scope');
    for (const id of ['nowhere', 'of_the_other_scope']) {
      const answer = await refuses(
        () =>
          server.call(project.admin, 'POST', `/${scope}-permission-definitions`, {
            id: 'role',
            contained_permission_ids: [id],
          }),
        400,
        'CONTAINED_PERMISSION_NOT_FOUND',
      );
      expect(answer.body.details).toEqual({ permission_id: id });
    }
  });

  it.each([
    ['no id', {}],
    ['an id of the system', { id: '$update_team' }],
    ['an upper-case id', { id: 'Read' }],
    ['an id with a space', { id: 'a b' }],
    ['an id with a line break', { id: 'a\n' }],
    ['an empty id', { id: '' }],
    ['an endless id', { id: 'a'.repeat(257) }],
    ['an endless description', { id: 'a', description: 'x'.repeat(1_025) }],
    ['a description that cannot be stored', { id: 'a', description: 'a\0b' }],
    ['contained ids that are no list', { id: 'a', contained_permission_ids: 'b' }],
    ['contained ids that are no ids', { id: 'a', contained_permission_ids: ['?'] }],
    ['an unknown field', { id: 'a', scope: 'team' }],
  ])('refuses %s', async (_title, body) => {
    await refuses(
      () => server.call(project.admin, 'POST', `/${scope}-permission-definitions`, body),
      400,
      'SCHEMA_ERROR',
    );
  });

  it('of many definitions of one id at the same time, one succeeds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        server.call(project.admin, 'POST', `/${scope}-permission-definitions`, { id: 'contested' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
  });
});

describe('changing a permission', () => {
  it('sets the description and what is contained, and leaves alone what is not named', async () => {
    await define('team', 'part');
    await server.call(project.admin, 'POST', '/team-permission-definitions', { id: 'role', description: 'A role' });
    expect((await change('role', { contained_permission_ids: ['part', '$read_members'] })).body).toEqual({
      id: 'role',
      description: 'A role',
      contained_permission_ids: ['$read_members', 'part'],
    });
    expect((await change('role', { description: 'Changed' })).body).toEqual({
      id: 'role',
      description: 'Changed',
      contained_permission_ids: ['$read_members', 'part'],
    });
    expect((await change('role', { contained_permission_ids: [] })).body.contained_permission_ids).toEqual([]);
    expect((await change('role', {})).body).toEqual({
      id: 'role',
      description: 'Changed',
      contained_permission_ids: [],
    });
  });

  it('keeps grants, containments and defaults when it renames', async () => {
    const team = await project.createTeam(alice);
    await define('team', 'outer', ['team_admin']);
    const renamed = await change('team_admin', { id: 'owner' });
    expect(renamed.body).toMatchObject({ id: 'owner', contained_permission_ids: systemIds });

    expect(idsOf(await list('team'))).toEqual([...systemIds, 'outer', 'owner', 'team_member']);
    const { items } = await list('team', '?query=outer');
    expect(items).toEqual([{ id: 'outer', contained_permission_ids: ['owner'] }]);
    const held = await server.call(alice.client, 'GET', `/team-permissions?team_id=${team.id}&user_id=me`);
    expect(idsOf(held.body)).toEqual(['owner']);
    const next = await project.createTeam(alice);
    const heldInNext = await server.call(alice.client, 'GET', `/team-permissions?team_id=${next.id}&user_id=me`);
    expect(idsOf(heldInNext.body)).toEqual(['owner']);
  });

  it('renames and contains in one go', async () => {
    await define('team', 'part');
    await define('team', 'old');
    const answer = await change('old', { id: 'new', contained_permission_ids: ['part'] });
    expect(answer.body).toEqual({ id: 'new', contained_permission_ids: ['part'] });
  });

  it.each([
    ['another scope', 'project_one', { description: 'x' }, 404, 'WRONG_PERMISSION_SCOPE'],
    ['an unknown id', 'nowhere', { description: 'x' }, 404, 'PERMISSION_NOT_FOUND'],
    ['an id that is taken', 'mine', { id: 'team_admin' }, 400, 'PERMISSION_ID_ALREADY_EXISTS'],
    ['an id of the system', 'mine', { id: '$read_members' }, 400, 'SCHEMA_ERROR'],
    [
      'containing the unknown',
      'mine',
      { contained_permission_ids: ['nowhere'] },
      400,
      'CONTAINED_PERMISSION_NOT_FOUND',
    ],
    [
      'renaming and containing the unknown',
      'mine',
      { id: 'yours', contained_permission_ids: ['nowhere'] },
      400,
      'CONTAINED_PERMISSION_NOT_FOUND',
    ],
    [
      'containing the old id when renamed',
      'mine',
      { id: 'yours', contained_permission_ids: ['mine'] },
      400,
      'CONTAINED_PERMISSION_NOT_FOUND',
    ],
    ['a permission of the system', '$read_members', { description: 'x' }, 400, null],
  ])('refuses %s', async (_title, id, body, status, code) => {
    await define('project', 'project_one');
    await define('team', 'mine', ['team_admin']);
    await refuses(() => change(id, body), status, code);
  });

  it("does not reach another project's permission", async () => {
    await define('team', 'theirs', [], other.admin);
    await refuses(() => change('theirs', { id: 'ours' }), 404, 'PERMISSION_NOT_FOUND');
    await refuses(() => remove('theirs'), 404, 'PERMISSION_NOT_FOUND');
  });

  it('of many changes at the same time, one wins as a whole', async () => {
    const parts = ['p1', 'p2', 'p3', 'p4'];
    for (const part of parts) await define('team', part);
    await define('team', 'role');
    const answers = await Promise.all(parts.map((part) => change('role', { contained_permission_ids: [part] })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { items } = await list('team', '?query=role');
    expect(items[0].contained_permission_ids).toHaveLength(1);
  });
});

describe('deleting a permission', () => {
  it('takes it away from everyone, with what it contained', async () => {
    const team = await project.createTeam(alice);
    await define('team', 'outer', ['team_admin']);
    expect((await remove('team_admin')).body).toEqual({ success: true });
    const held = await server.call(
      alice.client,
      'GET',
      `/team-permissions?team_id=${team.id}&user_id=me&recursive=true`,
    );
    expect(held.body.items).toEqual([]);
    expect(idsOf(await list('team'))).not.toContain('team_admin');
    expect((await list('team', '?query=outer')).items[0].contained_permission_ids).toEqual([]);
  });

  it.each([
    ['an unknown id', 'nowhere', 404, 'PERMISSION_NOT_FOUND'],
    ['another scope', 'project_one', 404, 'WRONG_PERMISSION_SCOPE'],
    ['a permission of the system', '$manage_api_keys', 400, null],
  ])('refuses %s', async (_title, id, status, code) => {
    await define('project', 'project_one');
    await refuses(() => remove(id), status, code);
  });

  it('of many deletions at the same time, one succeeds, and none breaks', async () => {
    await define('team', 'gone');
    const answers = await Promise.all(Array.from({ length: 4 }, () => remove('gone')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
  });

  it('at the same time as changes that contain it, leaves no trace and breaks nothing', async () => {
    await define('team', 'a');
    await define('team', 'b', ['a']);
    const answers = await Promise.all([
      change('b', { contained_permission_ids: ['a'] }),
      remove('a'),
      change('b', { contained_permission_ids: ['a', '$read_members'] }),
    ]);
    for (const { status } of answers) expect([200, 400]).toContain(status);
    const { items } = await list('team', '?query=b');
    expect(items.find(({ id }: { id: string }) => id === 'b').contained_permission_ids).not.toContain('a');
  });
});
