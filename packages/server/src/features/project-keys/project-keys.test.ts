import { randomUUID } from 'node:crypto';
import {
  createTestOperator,
  startTestServer,
  type TestCaller,
  type TestProject,
  type TestServer,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  project = await server.createProject();
});

const watched = ['project_key_sets', 'project_keys'];
const inAnHour = () => server.clock.now().getTime() + 3_600_000;

function creation(fields: object = {}) {
  return {
    description: 'Keys of the shop',
    expires_at_millis: inAnHour(),
    has_publishable_client_key: true,
    has_secret_server_key: true,
    has_super_secret_admin_key: true,
    ...fields,
  };
}

async function createSet(fields: object = {}) {
  return (await server.call(project.admin, 'POST', '/internal/api-keys', creation(fields))).body;
}

/** The three callers that the keys of a set make. */
function callersWith(set: {
  publishable_client_key: string;
  secret_server_key: string;
  super_secret_admin_key: string;
}): TestCaller[] {
  return [
    { ...project.client, 'x-stack-publishable-client-key': set.publishable_client_key },
    { ...project.server, 'x-stack-secret-server-key': set.secret_server_key },
    { ...project.admin, 'x-stack-super-secret-admin-key': set.super_secret_admin_key },
  ];
}

const invalid = ['INVALID_PUBLISHABLE_CLIENT_KEY', 'INVALID_SECRET_SERVER_KEY', 'INVALID_SUPER_SECRET_ADMIN_KEY'];

async function codesOf(callers: TestCaller[]): Promise<(string | null)[]> {
  const answers = await Promise.all(callers.map((caller) => server.call(caller, 'GET', '/projects/current')));
  return answers.map(({ code }) => code);
}

describe('creating project keys', () => {
  it('shows the whole keys once, and they open what they are for', async () => {
    const { status, body } = await server.call(project.admin, 'POST', '/internal/api-keys', creation());
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(String) as string,
      description: 'Keys of the shop',
      created_at_millis: server.clock.now().getTime(),
      expires_at_millis: inAnHour(),
      publishable_client_key: expect.stringMatching(/^pck_[0-9a-hjkmnp-tv-z]{45}$/) as string,
      secret_server_key: expect.stringMatching(/^ssk_[0-9a-hjkmnp-tv-z]{45}$/) as string,
      super_secret_admin_key: expect.stringMatching(/^sak_[0-9a-hjkmnp-tv-z]{45}$/) as string,
    });
    expect(await codesOf(callersWith(body))).toEqual([null, null, null]);

    const read = await server.call(project.admin, 'GET', `/internal/api-keys/${body.id}`);
    expect(read.body).toMatchObject({
      publishable_client_key: { last_four: body.publishable_client_key.slice(-4) },
      secret_server_key: { last_four: body.secret_server_key.slice(-4) },
      super_secret_admin_key: { last_four: body.super_secret_admin_key.slice(-4) },
    });
    const stored = JSON.stringify(await server.snapshot(watched));
    expect(stored).not.toContain(body.secret_server_key.slice(4, 40));
  });

  it('makes only the keys that were asked for', async () => {
    const set = await createSet({ has_publishable_client_key: 'false', has_super_secret_admin_key: false });
    expect(Object.keys(set)).toEqual([
      'id',
      'description',
      'created_at_millis',
      'expires_at_millis',
      'secret_server_key',
    ]);
  });

  it.each([
    [
      'no key at all',
      { has_publishable_client_key: false, has_secret_server_key: false, has_super_secret_admin_key: false },
    ],
    ['no word about a key', { has_secret_server_key: undefined }],
    ['a description that is too long', { description: 'x'.repeat(257) }],
    ['a description that is missing', { description: undefined }],
    ['an end that is missing', { expires_at_millis: undefined }],
    ['an end that is null', { expires_at_millis: null }],
    ['an end that is a text', { expires_at_millis: 'tomorrow' }],
    ['a key of its own choice', { secret_server_key: 'ssk_mine' }],
  ])('with %s is refused', async (_what, fields) => {
    const before = await server.snapshot(watched);
    const answer = await server.call(project.admin, 'POST', '/internal/api-keys', creation(fields));
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
    expect(await server.snapshot(watched)).toEqual(before);
  });
});

describe('a project key', () => {
  it('is dead on every node when its revocation is acknowledged', async () => {
    const set = await createSet();
    const answer = await server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, { revoked: true });
    expect(answer.body.manually_revoked_at_millis).toBe(server.clock.now().getTime());
    expect(await codesOf(callersWith(set))).toEqual(invalid);
  });

  it('is dead from the moment it expires, not before', async () => {
    const set = await createSet();
    server.clock.advance({ minutes: 59, seconds: 59 });
    expect(await codesOf(callersWith(set))).toEqual([null, null, null]);
    server.clock.advance({ seconds: 1 });
    expect(await codesOf(callersWith(set))).toEqual(invalid);
  });

  it('that was made expired never lives', async () => {
    expect(await codesOf(callersWith(await createSet({ expires_at_millis: 0 })))).toEqual(invalid);
  });

  it('opens no other project, and nothing under the header of another kind', async () => {
    const other = await server.createProject();
    const set = await createSet();
    const elsewhere = callersWith(set).map((caller) => ({ ...caller, 'x-stack-project-id': other.id }));
    expect(await codesOf(elsewhere)).toEqual(invalid);
    const { publishable_client_key, secret_server_key, super_secret_admin_key } = set;
    const rotated = callersWith({
      publishable_client_key: secret_server_key,
      secret_server_key: super_secret_admin_key,
      super_secret_admin_key: publishable_client_key,
    });
    expect(await codesOf(rotated)).toEqual(invalid);
  });

  it.each([
    ['in capitals', (key: string) => key.toUpperCase()],
    ['without its last character', (key: string) => key.slice(0, -1)],
    ['with a character more', (key: string) => `${key}0`],
    ['that is empty but for a blank', () => ' '],
    ['that is very long', () => 'x'.repeat(8_000)],
    ['with bytes beyond ASCII', (key: string) => `${key}\u00ff`],
  ])('%s is invalid', async (_what, change) => {
    const set = await createSet();
    const caller = { ...project.server, 'x-stack-secret-server-key': change(set.secret_server_key) };
    const [code] = await codesOf([caller]);
    expect(['INVALID_SECRET_SERVER_KEY', 'SERVER_AUTHENTICATION_REQUIRED']).toContain(code);
  });

  it('leaves the other keys of the project alone when it is revoked', async () => {
    const [first, second] = [await createSet(), await createSet()];
    await server.call(project.admin, 'PATCH', `/internal/api-keys/${first.id}`, { revoked: true });
    expect(await codesOf(callersWith(second))).toEqual([null, null, null]);
  });
});

describe('listing and reading project keys', () => {
  it('shows those of the project newest first, revoked and expired ones too', async () => {
    server.clock.advance({ seconds: 1 });
    const old = await createSet({ description: 'old', expires_at_millis: 1 });
    server.clock.advance({ seconds: 1 });
    const young = await createSet({ description: 'young' });
    await server.call(project.admin, 'PATCH', `/internal/api-keys/${young.id}`, { revoked: true });
    const { body } = await server.call(project.admin, 'GET', '/internal/api-keys');
    expect(body.is_paginated).toBe(false);
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids.slice(0, 2)).toEqual([young.id, old.id]);
    expect(JSON.stringify(body)).not.toContain(old.secret_server_key);
  });
});

describe('changing project keys', () => {
  it('renames without touching the keys', async () => {
    const set = await createSet();
    const { body } = await server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, {
      description: 'New name',
    });
    expect(body).toMatchObject({
      description: 'New name',
      secret_server_key: { last_four: set.secret_server_key.slice(-4) },
    });
    expect(body).not.toHaveProperty('manually_revoked_at_millis');
    expect(await codesOf(callersWith(set))).toEqual([null, null, null]);
  });

  it('keeps the first moment of two revocations, and revives nothing', async () => {
    const set = await createSet();
    const revoke = () => server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, { revoked: true });
    const first = await revoke();
    server.clock.advance({ minutes: 1 });
    const second = await revoke();
    expect(second.body).toEqual(first.body);
    const renamed = await server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, { description: 'x' });
    expect(renamed.body.manually_revoked_at_millis).toBe(first.body.manually_revoked_at_millis);
  });

  it.each([
    ['to be revoked no more', { revoked: false }],
    ['to end later', { expires_at_millis: 9_999_999_999_999 }],
    ['to be another key', { secret_server_key: 'ssk_mine' }],
    ['to have too long a description', { description: 'x'.repeat(257) }],
  ])('refuses a set %s', async (_what, change) => {
    const set = await createSet();
    const before = await server.snapshot(watched);
    const answer = await server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, change);
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('finds no set of another project, nor one that never was', async () => {
    const set = await createSet();
    const other = await server.createProject();
    const before = await server.snapshot(watched);
    for (const id of [set.id, randomUUID()]) {
      for (const [method, body] of [
        ['GET', undefined],
        ['PATCH', { revoked: true }],
      ] as const) {
        const answer = await server.call(other.admin, method, `/internal/api-keys/${id}`, body);
        expect([answer.status, answer.code]).toEqual([404, 'API_KEY_NOT_FOUND']);
      }
    }
    expect(await server.snapshot(watched)).toEqual(before);
    expect((await server.call(project.admin, 'GET', '/internal/api-keys/not-a-uuid')).code).toBe('SCHEMA_ERROR');
  });
});

describe('managing project keys', () => {
  it.each(['client', 'server'] as const)('is refused to a %s', async (level) => {
    const set = await createSet();
    const before = await server.snapshot(watched);
    for (const [method, path, body] of [
      ['POST', '/internal/api-keys', creation()],
      ['GET', '/internal/api-keys', undefined],
      ['GET', `/internal/api-keys/${set.id}`, undefined],
      ['PATCH', `/internal/api-keys/${set.id}`, { revoked: true }],
    ] as const) {
      const answer = await server.call(project[level], method, path, body);
      expect([answer.status, answer.code]).toEqual([401, 'INSUFFICIENT_ACCESS_TYPE']);
    }
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('is for the members of the owning team, and for no other operator', async () => {
    const internal = await server.openInternalProject();
    const owner = await createTestOperator(server, internal, 'Owner');
    const stranger = await createTestOperator(server, internal, 'Stranger');
    const { body } = await server.call(owner.client, 'POST', '/internal/projects', {
      display_name: 'Shop',
      owner_team_id: owner.teamId,
    });
    const created = await server.call(owner.adminOf(body.id), 'POST', '/internal/api-keys', creation());
    expect(created.status).toBe(200);
    const before = await server.snapshot(watched);
    for (const caller of [stranger.adminOf(body.id), owner.adminOf('internal')]) {
      const answer = await server.call(caller, 'POST', '/internal/api-keys', creation());
      expect([answer.status, answer.code]).toEqual([401, 'ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN']);
    }
    expect(await server.snapshot(watched)).toEqual(before);
  });

  it('of a project that is being deleted leaves no key behind, and is no fault of ours', async () => {
    for (let round = 0; round < 5; round += 1) {
      const doomed = await server.createProject();
      const answers = await Promise.all([
        ...Array.from({ length: 6 }, () => server.call(doomed.admin, 'POST', '/internal/api-keys', creation())),
        server.call(doomed.admin, 'DELETE', '/internal/projects/current'),
        ...Array.from({ length: 6 }, () => server.call(doomed.admin, 'POST', '/internal/api-keys', creation())),
      ]);
      for (const { status, code } of answers) {
        expect([status, code]).toEqual(status === 200 ? [200, null] : [400, 'CURRENT_PROJECT_NOT_FOUND']);
      }
      const left = await server.deps.db
        .selectFrom('project_keys')
        .select('kind')
        .where('project_id', '=', doomed.id)
        .execute();
      expect(left).toEqual([]);
    }
  });

  it('survives a revocation and renames at the same time', async () => {
    const set = await createSet();
    const change = (body: object) => server.call(project.admin, 'PATCH', `/internal/api-keys/${set.id}`, body);
    await Promise.all([
      change({ revoked: true }),
      ...Array.from({ length: 8 }, (_, n) => change({ description: `n${n}` })),
    ]);
    expect(await codesOf(callersWith(set))).toEqual(invalid);
  });
});
