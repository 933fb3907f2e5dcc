import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
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

async function list(scope: 'team' | 'project', query = '') {
  const { status, body } = await server.call(project.admin, 'GET', `/${scope}-permission-definitions${query}`);
  expect(status).toBe(200);
  return body;
}

const idsOf = (body: { items: { id: string }[] }): string[] => body.items.map(({ id }) => id);

describe('a new project', () => {
  it('defines the six permissions of the system and the two roles made of them, by id', async () => {
    const { items, is_paginated } = await list('team');
    expect(is_paginated).toBe(false);
    expect(idsOf({ items })).toEqual([...systemIds, 'team_admin', 'team_member']);
    expect(items.find(({ id }: { id: string }) => id === 'team_admin').contained_permission_ids).toEqual(systemIds);
    expect(items.find(({ id }: { id: string }) => id === 'team_member').contained_permission_ids).toEqual([
      '$invite_members',
      '$read_members',
    ]);
    expect((await list('project')).items).toEqual([]);
  });
});

describe('listing permissions', () => {
  it('goes page by page when asked to, each permission once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list('team', `?limit=3${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(page.is_paginated).toBe(true);
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...idsOf(page));
      cursor = page.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual([...systemIds, 'team_admin', 'team_member']);
  });

  it('finds by a part of the id or of the description, whatever the case', async () => {
    const definition = { id: 'billing:read', description: 'See INVOICES' };
    await server.call(project.admin, 'POST', '/team-permission-definitions', definition);
    expect(idsOf(await list('team', '?query=lling'))).toEqual(['billing:read']);
    expect(idsOf(await list('team', '?query=Invoices'))).toEqual(['billing:read']);
    expect(idsOf(await list('team', '?query=%25'))).toEqual([]);
  });

  it.each(['limit=0', 'limit=1001', 'limit=x', 'unknown=1'])('refuses ?%s', async (query) => {
    await refuses(
      () => server.call(project.admin, 'GET', `/team-permission-definitions?${query}`),
      400,
      'SCHEMA_ERROR',
    );
  });
});

describe('who may define permissions', () => {
  const calls = [
    ['GET', '/team-permission-definitions', undefined],
    ['POST', '/team-permission-definitions', { id: 'x' }],
    ['PATCH', '/team-permission-definitions/team_admin', { description: 'x' }],
    ['DELETE', '/team-permission-definitions/team_admin', undefined],
    ['GET', '/project-permission-definitions', undefined],
    ['POST', '/project-permission-definitions', { id: 'x' }],
    ['PATCH', '/project-permission-definitions/some', { description: 'x' }],
    ['DELETE', '/project-permission-definitions/some', undefined],
  ] as const;

  it.each(calls)('%s %s is for administrators alone', async (method, path, body) => {
    for (const caller of [alice.client, project.client, project.server]) {
      await refuses(() => server.call(caller, method, path, body), 401, 'INSUFFICIENT_ACCESS_TYPE');
    }
    await refuses(() => server.call({}, method, path, body), 400, 'ACCESS_TYPE_REQUIRED');
    const wrongKey = { ...project.admin, 'x-stack-super-secret-admin-key': 'sak_wrong' };
    await refuses(() => server.call(wrongKey, method, path, body), 401, 'INVALID_SUPER_SECRET_ADMIN_KEY');
    const foreignKey = { ...other.admin, 'x-stack-project-id': project.id };
    await refuses(() => server.call(foreignKey, method, path, body), 401, 'INVALID_SUPER_SECRET_ADMIN_KEY');
  });
});
