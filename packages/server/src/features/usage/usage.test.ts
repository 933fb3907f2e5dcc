import {
  plansOf,
  startTestServer,
  type TestCaller,
  type TestProject,
  type TestServer,
  type TestUser,
} from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

/** The worked example of wire.md section 4: in shape and checksum a key, but nobody's. */
const wellFormedKey =
  'sk_0123456789abcdefghjkmnpqrstvwxyz0123456789abc123456789abc4def8123456789abcdefuser1574ck4u7h3d75bceb';

/*
 * What is counted, as the API tells it.
 */
let server: TestServer;
let node2: TestServer;
let other: TestProject;
let project: TestProject;
let alice: TestUser;
let key: { id: string; value: string };

beforeAll(async () => {
  const first = await startTestServer();
  server = first;
  node2 = await startTestServer({ database: first.database });
  other = await server.createProject({ allow_user_api_keys: true });
});
afterAll(async () => {
  await node2.close();
  await server.close();
});

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser();
  key = await createKey(project, alice);
});

const none = { not_found: 0, wrong_type: 0, revoked: 0, expired: 0, owner_restricted: 0, kind_disabled: 0 };

async function createKey({ server: caller }: TestProject, user: TestUser): Promise<{ id: string; value: string }> {
  const wish = { user_id: user.id, description: 'k', expires_at_millis: null };
  return (await server.call(caller, 'POST', '/user-api-keys', wish)).body;
}

function check(value: string, path = '/user-api-keys/check', on = server, caller: TestCaller = project.server) {
  return on.call(caller, 'POST', path, { api_key: value });
}

const from = () => server.clock.now().getTime() - 24 * 60 * 60 * 1_000;

async function usageOf(apiKeyId?: string, caller: TestCaller = project.server) {
  await server.flushUsage();
  const ofKey = apiKeyId === undefined ? '' : `&api_key_id=${apiKeyId}`;
  return (await server.call(caller, 'GET', `/latchkey/usage?from=${from()}${ofKey}`)).body.items;
}

const thisHour = () => Math.floor(server.clock.now().getTime() / 3_600_000) * 3_600_000;

describe('the count of checks', () => {
  it('tells hour by hour what passed and what was refused, of the project and of each key', async () => {
    await check(key.value);
    await check(key.value, '/latchkey/api-keys/check');
    await check(key.value, '/team-api-keys/check');
    await check('garbage');
    await check(wellFormedKey);
    const ofKey = { at_millis: thisHour(), valid: 2, refused: { ...none, wrong_type: 1 } };
    expect(await usageOf(key.id)).toEqual([ofKey]);
    expect(await usageOf()).toEqual([{ ...ofKey, refused: { ...ofKey.refused, not_found: 2 } }]);

    const hourBefore = thisHour();
    server.clock.advance({ hours: 1 });
    await check(key.value);
    expect(await usageOf(key.id)).toEqual([
      { ...ofKey, at_millis: hourBefore },
      { at_millis: thisHour(), valid: 1, refused: none },
    ]);
  });

  it.each([
    ['revoked', () => server.call(project.server, 'PATCH', `/user-api-keys/${key.id}`, { revoked: true })],
    ['expired', () => server.call(project.server, 'PATCH', `/user-api-keys/${key.id}`, { expires_at_millis: 1 })],
    [
      'owner_restricted',
      () => server.call(project.server, 'PATCH', `/users/${alice.id}`, { restricted_by_admin: true }),
    ],
    ['kind_disabled', () => switchOff('allow_user_api_keys')],
  ])('counts a refused key as %s under its id, whichever way it is checked', async (reason, act) => {
    expect((await act()).status).toBe(200);
    await check(key.value);
    await check(key.value, '/latchkey/api-keys/check');
    const counted = [{ at_millis: thisHour(), valid: 0, refused: { ...none, [reason]: 2 } }];
    expect(await usageOf(key.id)).toEqual(counted);
    expect(await usageOf()).toEqual(counted);
    expect(await lastUseOf(key.id)).toBeNull();
  });

  const switchOff = (kind: string) =>
    server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { [kind]: false } });

  it("counts another project's key as not found, and nothing under its id", async () => {
    const elsewhere = await createKey(other, await other.createUser());
    await check(elsewhere.value);
    expect(await usageOf()).toEqual([{ at_millis: thisHour(), valid: 0, refused: { ...none, not_found: 1 } }]);
    expect(await usageOf(elsewhere.id, other.server)).toEqual([]);
    expect(await usageOf(key.id, other.server)).toEqual([]);
  });

  it('adds up what nodes counted that write at once', async () => {
    for (const node of [server, node2]) {
      for (let time = 0; time < 5; time += 1) await check(key.value, '/user-api-keys/check', node);
    }
    await Promise.all([server.flushUsage(), node2.flushUsage(), server.flushUsage()]);
    const hours: { valid: number }[] = await usageOf(key.id);
    expect(hours.reduce((sum, { valid }) => sum + valid, 0)).toBe(10);
  });

  it('is no write and no wait in the check', async () => {
    await check(key.value);
    const statements = await textsOf(() => check(key.value));
    expect(statements).toHaveLength(2);
    for (const text of statements) expect(text.trim()).toMatch(/^select/);
  });

  async function textsOf(act: () => Promise<unknown>): Promise<string[]> {
    const query = vi.spyOn(server.deps.pool, 'query');
    await act();
    const texts = query.mock.calls.map(([statement]) => (statement as unknown as { text: string }).text);
    query.mockRestore();
    return texts;
  }

  it('of a key or a project that was deleted meanwhile harms no other count', async () => {
    const gone = await server.createProject({ allow_user_api_keys: true });
    const goneKey = await createKey(gone, await gone.createUser());
    await check(goneKey.value, '/user-api-keys/check', server, gone.server);
    const bob = await project.createUser();
    const bobsKey = await createKey(project, bob);
    await check(bobsKey.value);
    await check(key.value);
    await server.call(project.server, 'DELETE', `/users/${bob.id}`);
    await server.call(gone.admin, 'DELETE', '/internal/projects/current');
    expect((await usageOf())[0].valid).toBe(2);
    expect(await lastUseOf(key.id)).toBe(server.clock.now().getTime());
  });

  it('is told for 32 days at most, and from the hour that the period begins in', async () => {
    const ask = (query: string) => server.call(project.server, 'GET', `/latchkey/usage?${query}`);
    const day = 24 * 60 * 60 * 1_000;
    expect(await ask(`from=0&to=${32 * day}`)).toMatchObject({ status: 200, body: { items: [], is_paginated: false } });
    expect(await ask(`from=0&to=${32 * day + 1}`)).toMatchObject({
      status: 400,
      code: null,
      body: expect.stringMatching(/at most 32 days.*Ask for/) as string,
    });
    expect((await ask('from=0')).status).toBe(400);
    expect((await ask('from=2&to=1')).code).toBe('SCHEMA_ERROR');
    await check(key.value);
    await server.flushUsage();
    expect((await ask(`from=${server.clock.now().getTime()}`)).body.items).toHaveLength(1);
  });
});

async function lastUseOf(id: string): Promise<number | null> {
  const { body } = await server.call(project.server, 'GET', `/latchkey/api-keys/${id}?include=usage`);
  return body.usage.last_used_at_millis;
}

describe('the last use of an API key', () => {
  it('is told on request wherever keys are, and nowhere else', async () => {
    await check(key.value);
    await server.flushUsage();
    const usage = { last_used_at_millis: server.clock.now().getTime(), leak_reported_at_millis: null };
    const creator = { user_id: null };
    for (const path of [`/user-api-keys/${key.id}`, `/latchkey/api-keys/${key.id}`]) {
      const read = (query: string) => server.call(project.server, 'GET', path + query);
      expect((await read('?include=creator,usage')).body).toMatchObject({ id: key.id, usage, creator });
      expect(Object.keys((await read('')).body)).not.toEqual(expect.arrayContaining(['usage']));
    }
    for (const path of [`/user-api-keys?user_id=${alice.id}`, '/latchkey/api-keys?limit=10']) {
      const read = (query: string) => server.call(project.server, 'GET', path + query);
      expect((await read('&include=usage,creator')).body.items).toMatchObject([{ id: key.id, usage, creator }]);
      expect((await read('&include=usage')).body.items[0].creator).toBeUndefined();
      expect((await read('')).body.items[0]).not.toHaveProperty('usage');
    }
    expect((await check(key.value)).body).not.toHaveProperty('usage');
    const found = await server.call(project.server, 'POST', '/latchkey/api-keys/find', { api_key: key.value });
    expect(found.body).toMatchObject({ usage, creator });
    expect((await server.call(project.server, 'GET', `/latchkey/api-keys/${key.id}?include=secret`)).code).toBe(
      'SCHEMA_ERROR',
    );
  });

  it('goes only forward, whichever node writes last', async () => {
    node2.clock.advance({ days: 1 });
    await check(key.value, '/user-api-keys/check', node2);
    await check(key.value);
    await node2.flushUsage();
    await server.flushUsage();
    expect(await lastUseOf(key.id)).toBe(node2.clock.now().getTime());
  });

  it('stands beside the moment its leak was reported', async () => {
    await server.call({}, 'POST', '/integrations/credential-scanning/revoke', { api_key: key.value });
    const { body } = await server.call(project.server, 'GET', `/latchkey/api-keys/${key.id}?include=usage`);
    expect(body.usage).toEqual({
      last_used_at_millis: null,
      leak_reported_at_millis: body.manually_revoked_at_millis,
    });
  });

  it('of any key is read by its id within the project only, by servers only', async () => {
    const read = (caller: TestCaller, id = key.id) => server.call(caller, 'GET', `/latchkey/api-keys/${id}`);
    expect((await read(alice.client)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
    expect((await read(other.server)).code).toBe('API_KEY_NOT_FOUND');
    expect((await read(project.admin)).body.type).toBe('user');
    expect((await read(project.server, alice.id)).code).toBe('API_KEY_NOT_FOUND');
  });
});

describe('the last use of a project key', () => {
  const keysOf = async (query: string) =>
    (await server.call(project.admin, 'GET', `/internal/api-keys${query}`)).body.items[0];

  it('is that of each key, told on request', async () => {
    await server.flushUsage();
    server.clock.advance({ seconds: 5 });
    await server.call(project.server, 'GET', '/users');
    await server.flushUsage();
    const keys = await keysOf('?include=usage');
    expect(keys.secret_server_key.last_used_at_millis).toBe(server.clock.now().getTime());
    expect(keys.super_secret_admin_key.last_used_at_millis).toBeNull();
    const one = await server.call(project.admin, 'GET', `/internal/api-keys/${keys.id}?include=usage`);
    expect(one.body.secret_server_key).toEqual(keys.secret_server_key);
    expect((await keysOf('')).secret_server_key).toEqual({ last_four: expect.any(String) as string });
  });

  it('is not that of a request that was refused for its key, nor of a key it did not name', async () => {
    const fresh = await server.createProject();
    await server.call({ ...fresh.server, 'x-stack-project-id': project.id }, 'GET', '/users');
    await server.call({ ...fresh.server, 'x-stack-secret-server-key': 'wrong' }, 'GET', '/users');
    await server.flushUsage();
    const { rows } = await server.deps.pool.query(`select last_used_at from project_keys where project_id = $1`, [
      fresh.id,
    ]);
    expect(rows).toEqual([{ last_used_at: null }, { last_used_at: null }, { last_used_at: null }]);
    const uses = await server.deps.pool.query('select * from project_uses where project_id = $1', [fresh.id]);
    expect(uses.rows).toEqual([]);
  });
});

describe('usage', () => {
  it('is for servers and administrators', async () => {
    for (const path of [`/latchkey/usage?from=${from()}`, '/latchkey/overview']) {
      expect((await server.call(alice.client, 'GET', path)).code).toBe('INSUFFICIENT_ACCESS_TYPE');
      expect((await server.call({}, 'GET', path)).code).toBe('ACCESS_TYPE_REQUIRED');
      expect((await server.call(project.admin, 'GET', path)).status).toBe(200);
      expect((await server.call(project.server, 'GET', path)).status).toBe(200);
    }
  });

  it('is read and cleared by index', async () => {
    await server.deps.pool.query(
      `insert into api_key_check_counts (project_id, api_key_id, hour, outcome, checks)
       select $1, gen_random_uuid(), date_trunc('hour', now()) - n * interval '1 minute', 'valid', 1 from generate_series(1, 50000) n`,
      [project.id],
    );
    await server.deps.pool.query('analyze api_key_check_counts');
    const plans = await plansOf(server, 'api_key_check_counts', () => usageOf(key.id));
    expect(plans.join()).toContain('api_key_check_counts_pkey');
    const { rows } = await server.deps.pool.query(
      `explain select ctid from api_key_check_counts where hour < now() - interval '40 days' limit 5000`,
    );
    expect(JSON.stringify(rows)).toContain('api_key_check_counts_by_hour');
  });
});
