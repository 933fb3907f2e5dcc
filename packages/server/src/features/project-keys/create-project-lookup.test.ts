import { randomUUID } from 'node:crypto';
import { plansOf, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CallerSource } from '../../http/identify-caller.ts';
import { createProjectLookup } from './create-project-lookup.ts';

let server: TestServer;
let project: TestProject;
let other: TestProject;
let findProject: CallerSource['findProject'];

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true });
  other = await server.createProject();
  findProject = createProjectLookup(server.deps);
});
afterAll(() => server.close());

const serverKeyOf = ({ server }: TestProject) =>
  ({ kind: 'secret_server', value: server['x-stack-secret-server-key'] ?? '' }) as const;

describe('the lookup of a project and its key', () => {
  it('answers many different questions of one turn with one statement, each rightly', async () => {
    const query = vi.spyOn(server.deps.pool, 'query');
    const answers = await Promise.all([
      findProject(project.id, serverKeyOf(project)),
      findProject(project.id, serverKeyOf(other)),
      findProject(other.id, serverKeyOf(other)),
      findProject(project.id, { ...serverKeyOf(project), kind: 'super_secret_admin' }),
      findProject(project.id, null),
      findProject('internal', serverKeyOf(project)),
      findProject(randomUUID(), serverKeyOf(project)),
      findProject(project.id, serverKeyOf(project)),
    ]);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    expect(answers.map((answer) => (answer === null ? null : [answer.project.id, answer.liveKey !== null]))).toEqual([
      [project.id, true],
      [project.id, false],
      [other.id, true],
      [project.id, false],
      [project.id, false],
      ['internal', false],
      null,
      [project.id, true],
    ]);
    expect(answers[0]?.project.settings.allow_user_api_keys).toBe(true);
    expect(answers[2]?.project.settings.allow_user_api_keys).toBe(false);
  });

  it.each(['', 'main', "' or true --", '12345678-9ABC-4DEF-8123-456789ABCDEF', 'x'.repeat(10_000), 'a b', '*'])(
    'asks nothing for %j, which is no id of a project',
    async (id) => {
      const query = vi.spyOn(server.deps.pool, 'query');
      expect(await findProject(id, serverKeyOf(project))).toBeNull();
      expect(query).not.toHaveBeenCalled();
      query.mockRestore();
    },
  );

  it('remembers nothing that can change', async () => {
    const settings = async () => (await findProject(project.id, null))?.project.settings.allow_user_api_keys;
    const write = (environment_overrides: object) =>
      server.deps.db
        .updateTable('projects')
        .set({ environment_overrides: JSON.stringify(environment_overrides), display_name: 'Renamed' })
        .where('id', '=', project.id)
        .execute();
    expect(await settings()).toBe(true);
    await write({ 'apiKeys.enabled.user': false });
    expect(await settings()).toBe(false);
    await write({ 'apiKeys.enabled.user': true });
    expect(await settings()).toBe(true);
    expect((await findProject(project.id, null))?.project.displayName).toBe('Renamed');
  });

  it('hands out settings that no request can change for another', async () => {
    const found = await findProject(project.id, null);
    expect(() => Object.assign(found?.project.settings ?? {}, { allow_user_api_keys: false })).toThrow(TypeError);
  });
});

describe('with 20,000 projects and 100,000 sets of keys', () => {
  beforeAll(async () => {
    const { pool } = server.deps;
    const numbered = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))`;
    await pool.query(
      `insert into projects (id, display_name, created_at) select ${numbered}, 'P', now() from generate_series(1, 20000) n`,
    );
    await pool.query(
      `insert into project_key_sets (project_id, id, description, created_at)
       select case when n % 5 = 0 then $1 else '00000000-0000-4000-8000-' || lpad((1 + n % 20000)::text, 12, '0') end, ${numbered}::uuid, 'S', now()
       from generate_series(1, 100000) n`,
      [other.id],
    );
    await pool.query(
      `insert into project_keys (hash, secret_generation, project_id, set_id, kind, last_four)
       select sha256(id::text::bytea), 1, project_id, id, 'secret_server', 'abcd' from project_key_sets
       where not exists (select from project_keys k where k.set_id = project_key_sets.id)`,
    );
    await pool.query('analyze');
  });

  it('the lookup walks indexes, and scans nothing', async () => {
    const [plan, ...others] = await plansOf(server, 'project_keys', () => findProject(other.id, serverKeyOf(other)));
    expect(others).toEqual([]);
    expect(plan).toContain('projects_pkey');
    expect(plan).toContain('project_keys_pkey');
    expect(plan).toContain('project_key_sets_pkey');
    expect(plan).not.toContain('Seq Scan');
  });

  it('the lookup of a batch does so too, under the plan that PostgreSQL keeps', async () => {
    const client = await server.deps.pool.connect();
    try {
      await client.query("set plan_cache_mode = 'force_generic_plan'");
      const spy = vi.spyOn(server.deps.pool, 'query');
      await findProject(other.id, serverKeyOf(other));
      const [{ text }] = spy.mock.calls[0] as unknown as [{ text: string }];
      spy.mockRestore();
      await client.query(`prepare lookup (text[], bytea[], timestamptz) as ${text}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>("explain execute lookup ('{a,b}', '{}', now())");
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan');
    } finally {
      client.release(true);
    }
  });

  it('reading one set, and the sets of a small project, scans nothing', async () => {
    const one = await plansOf(server, 'project_key_sets', () =>
      server.call(project.admin, 'GET', `/internal/api-keys/${randomUUID()}`),
    );
    const list = await plansOf(server, 'project_key_sets', () =>
      server.call(project.admin, 'GET', '/internal/api-keys'),
    );
    for (const plan of [...one, ...list]) expect(plan).not.toContain('Seq Scan');
    expect(list.join()).toContain('project_key_sets_by_creation');
  });
});
