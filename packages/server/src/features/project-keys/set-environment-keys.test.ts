import { startTestServer, type TestCaller, testSecret, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EnvironmentKeys, setEnvironmentKeys } from './set-environment-keys.ts';

let node: TestServer & { database: string };
let otherNode: TestServer;

beforeAll(async () => {
  node = await startTestServer();
  otherNode = await startTestServer({ database: node.database });
});
afterAll(() => Promise.all([node.close(), otherNode.close()]));
beforeEach(() => set({}));

function set(keys: EnvironmentKeys, on: TestServer = node): Promise<void> {
  return setEnvironmentKeys(on.deps, on.deps.db, keys);
}

function callerWith(level: 'server' | 'admin', key: string): TestCaller {
  const header = level === 'server' ? 'x-stack-secret-server-key' : 'x-stack-super-secret-admin-key';
  return { 'x-stack-project-id': 'internal', 'x-stack-access-type': level, [header]: key };
}

async function isLive(level: 'server' | 'admin', key: string, on: TestServer = node): Promise<boolean> {
  return (await on.call(callerWith(level, key), 'GET', '/projects/current')).status === 200;
}

describe('the keys of internal from the environment', () => {
  it('are those that it names at the start, on every node', async () => {
    await set({ secret_server: 'a server key', super_secret_admin: 'an admin key' });
    expect(await isLive('server', 'a server key')).toBe(true);
    expect(await isLive('admin', 'an admin key', otherNode)).toBe(true);
    expect(await isLive('admin', 'a server key')).toBe(false);
  });

  it('are gone when the environment names others, or none', async () => {
    await set({ secret_server: 'first', super_secret_admin: 'admin' });
    await set({ secret_server: 'second' });
    expect(
      await Promise.all([isLive('server', 'first'), isLive('server', 'second'), isLive('admin', 'admin')]),
    ).toEqual([false, true, false]);
    await set({});
    expect(await isLive('server', 'second')).toBe(false);
    expect(
      await node.deps.db.selectFrom('project_key_sets').select('id').where('from_environment', '=', true).execute(),
    ).toEqual([]);
  });

  it('may be the same for several kinds, and one that another project has', async () => {
    await set({ secret_server: 'same', super_secret_admin: 'same' });
    expect(await Promise.all([isLive('server', 'same'), isLive('admin', 'same')])).toEqual([true, true]);
    const project = await node.createProject();
    const key = project.server['x-stack-secret-server-key'] ?? '';
    await set({ secret_server: key });
    expect(await isLive('server', key)).toBe(true);
    expect((await node.call(project.server, 'GET', '/projects/current')).body.id).toBe(project.id);
  });

  it('are the same row at a start that changes nothing', async () => {
    await set({ secret_server: 'steady' });
    const before = await node.snapshot(['project_key_sets', 'project_keys']);
    await set({ secret_server: 'steady' }, otherNode);
    expect(await node.snapshot(['project_key_sets', 'project_keys'])).toEqual(before);
  });

  it('are set once when many nodes start together', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        set({ secret_server: 'race', super_secret_admin: 'race' }, n % 2 === 0 ? node : otherNode),
      ),
    );
    const sets = await node.deps.db
      .selectFrom('project_key_sets')
      .select('id')
      .where('from_environment', '=', true)
      .execute();
    expect(sets).toHaveLength(1);
    expect(await isLive('server', 'race')).toBe(true);
  });

  it('are shown to administrators, who can neither change them nor make others', async () => {
    await set({ super_secret_admin: 'an admin key' });
    const admin = callerWith('admin', 'an admin key');
    const { body } = await node.call(admin, 'GET', '/internal/api-keys');
    const [shown] = body.items;
    expect(shown).toMatchObject({
      description: 'From the environment of the server',
      super_secret_admin_key: { last_four: ' key' },
    });
    const before = await node.snapshot(['project_key_sets', 'project_keys']);
    for (const change of [{ revoked: true }, { description: 'x' }]) {
      expect((await node.call(admin, 'PATCH', `/internal/api-keys/${shown.id}`, change)).status).toBe(403);
    }
    const more = {
      description: 'To stay when the environment names none',
      expires_at_millis: node.clock.now().getTime() + 3_600_000,
      has_publishable_client_key: false,
      has_secret_server_key: true,
      has_super_secret_admin_key: true,
    };
    expect((await node.call(admin, 'POST', '/internal/api-keys', more)).status).toBe(403);
    expect(await node.snapshot(['project_key_sets', 'project_keys'])).toEqual(before);
  });

  it('stay live through a rotation of LATCHKEY_SECRET, and so do those that were made before it', async () => {
    const project = await node.createProject();
    await set({ secret_server: 'steady' });
    const newSecret = 'another secret that only tests know, long enough';
    const rotating = await startTestServer({ database: node.database, secrets: [newSecret, testSecret] });
    await set({ secret_server: 'steady' }, rotating);
    expect(await isLive('server', 'steady', rotating)).toBe(true);
    expect(await isLive('server', 'steady', node)).toBe(true);
    expect((await rotating.call(project.server, 'GET', '/projects/current')).status).toBe(200);
    await rotating.close();

    const rotated = await startTestServer({ database: node.database, secrets: [newSecret] });
    await set({ secret_server: 'steady' }, rotated);
    expect(await isLive('server', 'steady', rotated)).toBe(true);
    expect((await rotated.call(project.server, 'GET', '/projects/current')).code).toBe('INVALID_SECRET_SERVER_KEY');
    await rotated.close();
  });
});
