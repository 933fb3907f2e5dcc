import { callDuring, startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../../platform/deps.ts';
import { wish } from './testing/key-calls.ts';
import { loadProject } from '../projects/index.ts';
import { issueApiKey } from './issue-api-key.ts';

let server: TestServer;
let project: TestProject;
let alice: TestUser;
let team: { id: string };

const unknownId = '12345678-9abc-4def-8123-456789abcdef';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser();
  team = await project.createTeam(alice);
});

describe('while the project has a kind of key switched off', () => {
  const calls: [method: string, path: string, body?: object][] = [
    ['POST', '/user-api-keys', { ...wish, user_id: 'me' }],
    ['POST', '/user-api-keys', { ...wish, user_id: unknownId }],
    ['GET', '/user-api-keys?user_id=me'],
    ['GET', `/user-api-keys?user_id=${unknownId}`],
    ['GET', `/user-api-keys/${unknownId}`],
    ['GET', `/user-api-keys/${unknownId}?user_id=${unknownId}`],
    ['PATCH', `/user-api-keys/${unknownId}?user_id=me`, { revoked: true }],
    ['POST', '/team-api-keys', { ...wish, team_id: unknownId }],
    ['GET', `/team-api-keys?team_id=${unknownId}`],
    ['GET', `/team-api-keys/${unknownId}?team_id=${unknownId}`],
    ['PATCH', `/team-api-keys/${unknownId}`, { revoked: true }],
  ];

  it.each(calls)('%s %s says so, whoever calls', async (method, path, body) => {
    const closed = await server.createProject();
    const user = await closed.createUser();
    for (const caller of [user.client, closed.client, closed.server, closed.admin]) {
      const answer = await server.call(caller, method, path, body);
      expect([answer.status, answer.code, answer.body]).toEqual([400, null, expect.stringContaining('switched off')]);
    }
  });

  it.each(['user', 'team'])('the check of a key of a %s says so', async (kind) => {
    const closed = await server.createProject();
    const answer = await server.call(closed.server, 'POST', `/${kind}-api-keys/check`, { api_key: 'x' });
    expect([answer.status, answer.code, answer.body]).toEqual([400, null, expect.stringContaining('switched off')]);
  });
});

describe('a key that is created at the moment', () => {
  const removeAlice = (db: Deps['db']) => db.deleteFrom('team_members').where('user_id', '=', alice.id).execute();
  const deleteAlice = (db: Deps['db']) => db.deleteFrom('users').where('id', '=', alice.id).execute();
  const create = (caller = alice.client) =>
    server.call(caller, 'POST', '/team-api-keys', { ...wish, team_id: team.id });

  it('its creator is removed from the team is not made', async () => {
    const answer = await callDuring(server.deps, removeAlice, create);
    expect([answer.status, answer.code]).toEqual([404, 'API_KEY_NOT_FOUND']);
    expect(
      await server.deps.db.selectFrom('api_keys').select('id').where('project_id', '=', project.id).execute(),
    ).toEqual([]);
  });

  it('its creator is removed with his keys is revoked with them', async () => {
    let value = '';
    const startIssuing = async (db: Deps['db']): Promise<void> => {
      const session = { id: unknownId, userId: alice.id, restrictedReason: null };
      const caller = { access: 'client', project: await loadProject(db, project.id), session } as const;
      const owner = { kind: 'team', id: team.id } as const;
      const key = { owner, description: 'A program', expiresAt: null, isPublic: false };
      ({ value } = await issueApiKey({ ...server.deps, db }, caller, key));
    };
    const removal = await callDuring(server.deps, startIssuing, () =>
      server.call(project.server, 'DELETE', `/team-memberships/${team.id}/${alice.id}?revoke_api_keys=true`),
    );
    expect(removal.status).toBe(200);
    const check = await server.call(project.server, 'POST', '/team-api-keys/check', { api_key: value });
    expect(check.code).toBe('API_KEY_REVOKED');
  });

  it('its creator is deleted is not made', async () => {
    const asServer = { ...project.server, 'x-stack-access-token': alice.client['x-stack-access-token'] ?? '' };
    const answer = await callDuring(server.deps, deleteAlice, () => create(asServer));
    expect([answer.status, answer.code]).toEqual([401, 'USER_AUTHENTICATION_REQUIRED']);
  });

  it('its owner is deleted is not made', async () => {
    const answer = await callDuring(server.deps, deleteAlice, () =>
      server.call(project.server, 'POST', '/user-api-keys', { ...wish, user_id: alice.id }),
    );
    expect([answer.status, answer.code]).toEqual([400, 'USER_ID_DOES_NOT_EXIST']);
    expect(answer.body.details).toEqual({ user_id: alice.id });
  });
});
