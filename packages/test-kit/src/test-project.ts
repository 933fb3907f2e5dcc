import { randomUUID } from 'node:crypto';
import { createInitialPermissions, type Deps, randomSecret, systemRandom } from '@latchkey/server';
import { type ProjectSettings, projectSettings } from '@latchkey/contract';
import type { TestAnswer, TestCaller } from './send-request.ts';

interface Host {
  deps: Pick<Deps, 'db' | 'clock' | 'secrets'>;
  call(caller: TestCaller, method: string, path: string, body?: unknown): Promise<TestAnswer>;
}

export type TestProjectSettings = Partial<ProjectSettings>;

export interface TestUser {
  id: string;
  /** Signed in, with client access. */
  client: TestCaller;
  refreshToken: string;
}

/** A project with a set of all three keys, and callers of every access level. */
export interface TestProject {
  id: string;
  client: TestCaller;
  server: TestCaller;
  admin: TestCaller;
  createUser(fields?: Record<string, unknown>): Promise<TestUser>;
  /** A session of a user, as its client. */
  signIn(userId: string): Promise<TestUser>;
  /** A team of which the user is the creator, with all its permissions. */
  createTeam(creator: TestUser | null, fields?: Record<string, unknown>): Promise<{ id: string }>;
  addMember(teamId: string, user: TestUser): Promise<void>;
}

/** Written straight into the database, so that no test depends on how operators make projects. */
export async function createTestProject(server: Host, settings: TestProjectSettings = {}): Promise<TestProject> {
  const id = randomUUID();
  const { db, clock } = server.deps;
  const overrides = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      projectSettings[name as keyof ProjectSettings].overrideKey,
      value,
    ]),
  );
  await db
    .insertInto('projects')
    .values({
      id,
      display_name: 'A test project',
      environment_overrides: JSON.stringify(overrides),
      project_overrides: '{}',
      branch_overrides: '{}',
      created_at: clock.now(),
    })
    .execute();
  await createInitialPermissions(db, id);
  return openTestProject(server, id);
}

/** Of a project that exists, such as `internal`: a new set of all three keys, and callers of every access level. */
export async function openTestProject(server: Host, id: string): Promise<TestProject> {
  const { db, clock, secrets } = server.deps;
  const set_id = randomUUID();
  await db
    .insertInto('project_key_sets')
    .values({ project_id: id, id: set_id, description: 'test', created_at: clock.now() })
    .execute();
  const keys = { publishable_client: 'pck_', secret_server: 'ssk_', super_secret_admin: 'sak_' } as const;
  const values = Object.entries(keys).map(([kind, prefix]) => ({
    kind: kind as keyof typeof keys,
    value: prefix + randomSecret(systemRandom),
  }));
  await db
    .insertInto('project_keys')
    .values(
      values.map(({ kind, value }) => ({
        project_id: id,
        set_id,
        kind,
        last_four: value.slice(-4),
        ...secrets.hash('project-key', value),
      })),
    )
    .execute();

  const [publishable, secret, superSecret] = values.map(({ value }) => value);
  const client = {
    'x-stack-project-id': id,
    'x-stack-access-type': 'client',
    'x-stack-publishable-client-key': publishable ?? '',
  };
  const asServer = {
    'x-stack-project-id': id,
    'x-stack-access-type': 'server',
    'x-stack-secret-server-key': secret ?? '',
  };
  const admin = {
    'x-stack-project-id': id,
    'x-stack-access-type': 'admin',
    'x-stack-super-secret-admin-key': superSecret ?? '',
  };

  const signIn = async (userId: string): Promise<TestUser> => {
    const { body } = succeed(await server.call(asServer, 'POST', '/auth/sessions', { user_id: userId }));
    return {
      id: userId,
      refreshToken: body.refresh_token,
      client: { ...client, 'x-stack-access-token': body.access_token },
    };
  };
  return {
    id,
    client,
    server: asServer,
    admin,
    signIn,
    async createUser(fields = {}) {
      const { body } = succeed(await server.call(asServer, 'POST', '/users', fields));
      return signIn(body.id);
    },
    async createTeam(creator, fields = {}) {
      const owner = creator === null ? {} : { creator_user_id: creator.id };
      const { body } = succeed(
        await server.call(asServer, 'POST', '/teams', { display_name: 'A team', ...owner, ...fields }),
      );
      return body;
    },
    async addMember(teamId, user) {
      succeed(await server.call(asServer, 'POST', `/team-memberships/${teamId}/${user.id}`, {}));
    },
  };
}

function succeed(answer: TestAnswer): TestAnswer {
  if (answer.status >= 300) throw new Error(`set-up failed: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
