import { randomUUID } from 'node:crypto';
import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteUser } from './delete-user.ts';
import { createUser } from './create-user.ts';
import { addTeamMember, createTeam } from '../teams/index.ts';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;

const tables = ['users', 'contact_channels', 'sessions', 'team_members', 'api_keys'];

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser({ primary_email: 'alice@example.com', primary_email_auth_enabled: true });
  bob = await project.createUser();
});

async function refuses(call: () => ReturnType<TestServer['call']>, status: number, code: string | null = null) {
  const before = await server.snapshot(tables);
  const answer = await call();
  expect([answer.status, answer.code]).toEqual([status, code]);
  expect(await server.snapshot(tables)).toEqual(before);
  return answer;
}

describe('DELETE /users/:id', () => {
  it('deletes the user with all that is theirs, and leaves what is the team’s', async () => {
    const team = await project.createTeam(alice);
    await server.call(alice.client, 'PATCH', '/users/me', { selected_team_id: team.id });
    const wish = { description: 'x', expires_at_millis: null };
    const own = (await server.call(alice.client, 'POST', '/user-api-keys', { ...wish, user_id: 'me' })).body.value;
    const teams = (await server.call(alice.client, 'POST', '/team-api-keys', { ...wish, team_id: team.id })).body.value;

    const answer = await server.call(project.server, 'DELETE', `/users/${alice.id}`, {});
    expect([answer.status, answer.body]).toEqual([200, { success: true }]);

    const check = (kind: string, api_key: string) =>
      server.call(project.server, 'POST', `/${kind}-api-keys/check`, { api_key });
    expect((await check('user', own)).code).toBe('API_KEY_NOT_FOUND');
    expect((await check('team', teams)).status).toBe(200);
    expect((await server.call(project.server, 'GET', `/users/${alice.id}`)).code).toBe('USER_NOT_FOUND');
    expect((await server.call(alice.client, 'GET', '/users/me')).code).toBe('CANNOT_GET_OWN_USER_WITHOUT_USER');
    await refuses(() => server.call(project.server, 'DELETE', `/users/${alice.id}`), 404, 'USER_NOT_FOUND');
  });

  it('frees the address of the user', async () => {
    await server.call(project.server, 'DELETE', `/users/${alice.id}`);
    const wish = { primary_email: 'alice@example.com', primary_email_auth_enabled: true };
    expect((await server.call(project.server, 'POST', '/users', wish)).status).toBe(201);
  });

  it('deletes a user once, however many ask at the same time', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => server.call(project.server, 'DELETE', `/users/${alice.id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('is for servers of the project only', async () => {
    const path = `/users/${alice.id}`;
    await refuses(() => server.call(other.server, 'DELETE', path), 404, 'USER_NOT_FOUND');
    await refuses(() => server.call(bob.client, 'DELETE', path), 401, 'INSUFFICIENT_ACCESS_TYPE');
    await refuses(() => server.call(alice.client, 'DELETE', path), 401, 'INSUFFICIENT_ACCESS_TYPE');
    await refuses(() => server.call(project.server, 'DELETE', '/users/x'), 400, 'SCHEMA_ERROR');
  });
});

describe('DELETE /users/me', () => {
  it('is refused to clients where the project has not switched it on', async () => {
    await refuses(() => server.call(alice.client, 'DELETE', '/users/me'), 400);
  });

  it('deletes the signed-in user where it has, and nobody else', async () => {
    project = await server.createProject({ client_user_deletion_enabled: true });
    alice = await project.createUser();
    bob = await project.createUser();
    expect((await server.call(alice.client, 'DELETE', '/users/me')).status).toBe(200);
    const { items } = (await server.call(project.server, 'GET', '/users')).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([bob.id]);
  });

  it('works for the server, which acts for the user', async () => {
    expect((await server.call({ ...alice.client, ...project.server }, 'DELETE', '/users/me')).status).toBe(200);
  });

  it('needs a user', async () => {
    for (const caller of [project.client, project.server]) {
      await refuses(() => server.call(caller, 'DELETE', '/users/me'), 400, 'CANNOT_GET_OWN_USER_WITHOUT_USER');
    }
  });
});

describe('an operator', () => {
  const settings = { create_team_on_sign_up: false };
  let node: TestServer;

  beforeEach(async () => {
    node = await startTestServer();
    return () => node.close();
  });

  function addOperator(): Promise<string> {
    return node.deps.db
      .transaction()
      .execute((db) => createUser(node.deps, db, internal(), { display_name: 'An operator' }));
  }

  function internal() {
    return { id: 'internal', displayName: 'Latchkey', ownerTeamId: null, settings } as never;
  }

  function remove(userId: string): Promise<void> {
    return deleteUser(node.deps, internal(), userId);
  }

  /** A team of operators that owns a project. */
  async function addOwningTeam(userIds: string[]): Promise<void> {
    await node.deps.db.transaction().execute(async (db) => {
      const team = await createTeam(node.deps, db, {
        projectId: 'internal',
        displayName: 'Owners',
        creatorUserId: null,
      });
      for (const userId of userIds) {
        await addTeamMember(node.deps, db, { projectId: 'internal', teamId: team.id, userId, as: 'member' });
      }
      const owned = { id: randomUUID(), display_name: 'Owned', owner_team_id: team.id, created_at: node.clock.now() };
      const overrides = { project_overrides: '{}', branch_overrides: '{}', environment_overrides: '{}' };
      await db
        .insertInto('projects')
        .values({ ...owned, ...overrides })
        .execute();
    });
  }

  async function refusesToRemove(userId: string, sentence: RegExp): Promise<void> {
    const before = await node.snapshot(tables);
    await expect(remove(userId)).rejects.toThrow(sentence);
    expect(await node.snapshot(tables)).toEqual(before);
  }

  it('who is the last cannot be deleted', async () => {
    const only = await addOperator();
    await refusesToRemove(only, /last operator/);
  });

  it('who is one of several can be, down to the last', async () => {
    const operators = [await addOperator(), await addOperator(), await addOperator()];
    const results = await Promise.allSettled(operators.map(remove));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const left = await node.deps.db.selectFrom('users').select('id').where('project_id', '=', 'internal').execute();
    expect(left).toHaveLength(1);
  });

  it('beside whom there is only a restricted one cannot be deleted', async () => {
    const able = await addOperator();
    const restricted = await addOperator();
    await node.deps.db.updateTable('users').set({ restricted_by_admin: true }).where('id', '=', restricted).execute();
    await refusesToRemove(able, /last operator/);
    await remove(restricted);
  });

  it('without whom a team that owns projects would be empty cannot be deleted', async () => {
    const [lonely, member, guest] = [await addOperator(), await addOperator(), await addOperator()];
    await addOwningTeam([lonely]);
    await addOwningTeam([member, guest]);
    await refusesToRemove(lonely, /last member of a team that owns projects/);
    await remove(guest);
    await refusesToRemove(member, /last member of a team that owns projects/);
  });
});
