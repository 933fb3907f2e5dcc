import { startTestServer, testSecret, type TestServer } from '@latchkey/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Shutdown } from '../../platform/shutdown.ts';
import { prepareInstallation } from './prepare-installation.ts';

/** A node from its start to its stop. */
interface Node extends TestServer {
  database: string;
  claimCode: string;
  stop(): Promise<void>;
}

const running: Node[] = [];

async function startNode(options: Parameters<typeof startTestServer>[0] = {}): Promise<Node> {
  const server = await startTestServer(options);
  const shutdown = new Shutdown();
  shutdown.add(() => server.close());
  const wish = { internalKeys: {}, firstProject: 'none' } as const;
  const { claimCode } = await prepareInstallation(server.deps, wish, shutdown);
  const node = { ...server, claimCode: claimCode ?? 'none', stop: () => shutdown.run() };
  running.push(node);
  return node;
}

let node: Node;

beforeEach(async () => {
  node = await startNode();
});
afterEach(() => Promise.all(running.splice(0).map(({ stop }) => stop())));

const watched = ['installation', 'users', 'teams', 'sessions', 'projects'];
const person = { email: 'operator@example.com', password: 'correct horse battery staple' };

function claim(fields: object = {}, on: TestServer = node) {
  return on.call({}, 'POST', '/latchkey/claim', { code: node.claimCode, ...person, ...fields });
}

describe('the claim', () => {
  it('makes the bearer of the code the first operator, signed in, with a team that can own projects', async () => {
    const { status, body } = await claim();
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'refresh_token', 'user_id']);
    const operator = {
      'x-stack-project-id': 'internal',
      'x-stack-access-type': 'client',
      'x-stack-access-token': body.access_token,
    };
    const me = await node.call(operator, 'GET', '/users/me');
    expect(me.body).toMatchObject({
      id: body.user_id,
      primary_email: person.email,
      primary_email_verified: true,
      auth_with_email: true,
      has_password: true,
    });
    const teams = await node.call(operator, 'GET', '/teams?user_id=me');
    const project = await node.call(operator, 'POST', '/internal/projects', {
      display_name: 'Shop',
      owner_team_id: teams.body.items[0].id,
    });
    expect(project.status).toBe(201);
  });

  it('lets the operator sign in afterwards', async () => {
    await claim();
    const caller = { 'x-stack-project-id': 'internal', 'x-stack-access-type': 'client' };
    expect((await node.call(caller, 'POST', '/auth/password/sign-in', person)).status).toBe(200);
  });

  it('works as a form, with the code as it was copied', async () => {
    const response = await fetch(`${node.url}/api/v1/latchkey/claim`, {
      method: 'POST',
      body: new URLSearchParams({ code: ` ${node.claimCode.toUpperCase()}\n`, ...person }),
    });
    expect(response.status).toBe(200);
  });

  it('works once: every later one learns in plain words that it is claimed, and changes nothing', async () => {
    await claim();
    const before = await node.snapshot(watched);
    for (const fields of [{}, { email: 'second@example.com' }, { code: 'x' }]) {
      const answer = await claim(fields);
      expect([answer.status, answer.code]).toEqual([409, null]);
      expect(answer.body).toMatch(/claimed already/);
    }
    expect(await node.snapshot(watched)).toEqual(before);
    expect(await node.deps.db.selectFrom('installation').selectAll().executeTakeFirst()).toMatchObject({
      claim_code_nonce: null,
      claim_code_hash: null,
    });
  });

  it('by two at once, on two nodes, succeeds for one', async () => {
    const other = await startNode({ database: node.database });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => claim({ email: `operator${n}@example.com` }, n % 2 === 0 ? node : other)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await node.deps.db.selectFrom('users').select('id').execute()).toHaveLength(1);
  });

  it.each<[string, object, number, string | null]>([
    ['a wrong code', { code: '0'.repeat(45) }, 404, null],
    ['no code', { code: '' }, 404, null],
    ['a code that is missing', { code: undefined }, 400, 'SCHEMA_ERROR'],
    ['a code that is a list', { code: ['x'] }, 400, 'SCHEMA_ERROR'],
    ['a code that is too long', { code: 'x'.repeat(257) }, 400, 'SCHEMA_ERROR'],
    ['no e-mail address', { email: 'operator' }, 400, 'SCHEMA_ERROR'],
    ['a short password', { password: 'short' }, 400, 'PASSWORD_TOO_SHORT'],
    ['a long password', { password: 'x'.repeat(71) }, 400, 'PASSWORD_TOO_LONG'],
    ['a password that is missing', { password: undefined }, 400, 'SCHEMA_ERROR'],
    ['an unknown field', { role: 'owner' }, 400, 'SCHEMA_ERROR'],
  ])('with %s is refused, and the code stays good', async (_what, fields, status, code) => {
    const before = await node.snapshot(watched);
    const answer = await claim(fields);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await node.snapshot(watched)).toEqual(before);
    expect((await claim()).status).toBe(200);
  });

  it('with the address of a user there is already is refused, and the code stays good', async () => {
    const internal = await node.openInternalProject();
    await internal.createUser({ primary_email: person.email, primary_email_auth_enabled: true });
    const before = await node.snapshot(watched);
    expect((await claim()).code).toBe('USER_EMAIL_ALREADY_EXISTS');
    expect(await node.snapshot(watched)).toEqual(before);
    expect((await claim({ email: 'other@example.com' })).status).toBe(200);
  });

  it('takes no code from the address line, and none in a GET', async () => {
    const before = await node.snapshot(watched);
    const { code: _code, ...rest } = { code: '', ...person };
    const inQuery = await node.call({}, 'POST', `/latchkey/claim?code=${node.claimCode}`, rest);
    expect(inQuery.code).toBe('SCHEMA_ERROR');
    expect((await node.call({}, 'GET', '/latchkey/claim')).status).toBe(405);
    expect(await node.snapshot(watched)).toEqual(before);
  });

  it('is throttled per address, with the time to wait', async () => {
    const throttled = await startNode({ database: node.database, rateLimits: true });
    for (let attempt = 0; attempt < 20; attempt += 1) {
      expect((await claim({ code: 'guess' }, throttled)).status).toBe(404);
    }
    const answer = await claim({}, throttled);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await node.deps.db.selectFrom('users').select('id').execute()).toEqual([]);
  });

  it('gives the operator a team even where internal makes none', async () => {
    const internal = await node.openInternalProject();
    await node.call(internal.admin, 'PATCH', '/internal/projects/current', {
      config: { create_team_on_sign_up: false },
    });
    await claim();
    expect(await node.deps.db.selectFrom('team_members').select('team_id').execute()).toHaveLength(1);
  });
});

describe('the claim code', () => {
  it('has 45 base32 digits, and the database does not know it', async () => {
    expect(node.claimCode).toMatch(/^[0-9a-hjkmnp-tv-z]{45}$/);
    const { rows } = await node.deps.pool.query<{ text: string }>('select i::text as text from installation i');
    expect(rows[0]?.text).not.toContain(node.claimCode);
    expect(rows[0]?.text).not.toContain(Buffer.from(node.claimCode).toString('hex'));
  });

  it('is the same on all nodes that run at the same time', async () => {
    const others = await Promise.all([1, 2, 3].map(() => startNode({ database: node.database })));
    expect(others.map(({ claimCode }) => claimCode)).toEqual(Array(3).fill(node.claimCode));
    await node.stop();
    const late = await startNode({ database: node.database });
    expect(late.claimCode).toBe(node.claimCode);
  });

  it('is the same on nodes that start at the same time', async () => {
    await node.stop();
    const nodes = await Promise.all([1, 2, 3, 4].map(() => startNode({ database: node.database })));
    expect(new Set(nodes.map(({ claimCode }) => claimCode)).size).toBe(1);
    expect((await claim({ code: nodes[0]?.claimCode }, nodes[3])).status).toBe(200);
  });

  it('is a new one when the server starts again, and the former is worth nothing', async () => {
    await node.stop();
    const again = await startNode({ database: node.database });
    expect(again.claimCode).not.toBe(node.claimCode);
    expect((await claim({}, again)).status).toBe(404);
    expect((await claim({ code: again.claimCode }, again)).status).toBe(200);
  });

  it('is a new one after a kill, since PostgreSQL notices', async () => {
    const { rows } = await node.deps.pool.query<{ pid: number }>(
      "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
    expect(rows).toHaveLength(1);
    await node.deps.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    const again = await startNode({ database: node.database });
    expect(again.claimCode).not.toBe(node.claimCode);
  });

  it('is there no more once it was used', async () => {
    await claim();
    const again = await startNode({ database: node.database });
    expect(again.claimCode).toBe('none');
  });

  it('outlives a rotation of LATCHKEY_SECRET while the node that printed it runs', async () => {
    const rotating = await startNode({
      database: node.database,
      secrets: ['another secret that only tests know, long enough', testSecret],
    });
    expect(rotating.claimCode).toBe(node.claimCode);
    expect((await claim({}, rotating)).status).toBe(200);
  });
});

describe('the first project', () => {
  it('is made once, with keys shown once, and belongs to nobody until the claim, then to the operator', async () => {
    const wish = { internalKeys: {}, firstProject: 'make' } as const;
    const shutdown = new Shutdown();
    const { firstProject } = await prepareInstallation(node.deps, wish, shutdown);
    const again = await prepareInstallation(node.deps, wish, shutdown);
    expect(again.firstProject).toEqual({ id: firstProject?.id, keys: null });
    const application = {
      'x-stack-project-id': firstProject?.id ?? '',
      'x-stack-access-type': 'server',
      'x-stack-secret-server-key': firstProject?.keys?.secret_server ?? '',
    };
    const { body } = await node.call(application, 'GET', '/projects/current');
    expect(body.config).toMatchObject({ allow_user_api_keys: true, allow_team_api_keys: true });

    const { body: claimed } = await claim();
    const admin = {
      'x-stack-project-id': firstProject?.id ?? '',
      'x-stack-access-type': 'admin',
      'x-stack-admin-access-token': claimed.access_token,
    };
    expect((await node.call(admin, 'GET', '/internal/projects/current')).status).toBe(200);
    expect((await prepareInstallation(node.deps, wish, shutdown)).firstProject).toBeNull();
    await shutdown.run();
  });
});
