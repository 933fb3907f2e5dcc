import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../platform/random.ts';

let server: TestServer;
let project: TestProject;
let alice: TestUser;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser();
});

function wish(fields: Record<string, unknown>) {
  return { description: 'A program', expires_at_millis: null, ...fields };
}

function check(value: string) {
  return server.call(project.server, 'POST', '/user-api-keys/check', { api_key: value });
}

describe('the leak report', () => {
  const report = (value: string) =>
    server.call({}, 'POST', '/integrations/credential-scanning/revoke', { api_key: value });
  const mailsTo = async (address: string) => (await server.mails()).filter(({ to }) => to === address);

  it('revokes the key for good and writes to its user, once', async () => {
    const address = `${systemRandom.uuid()}@example.com`;
    const carol = await project.createUser({ primary_email: address });
    const key = (
      await server.call(carol.client, 'POST', '/user-api-keys', wish({ user_id: 'me', description: '<b>CI</b>' }))
    ).body;
    expect((await report(key.value)).body).toEqual({ success: true });
    expect((await report(key.value)).body).toEqual({ success: true });
    expect((await check(key.value)).code).toBe('API_KEY_REVOKED');
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('<b>CI</b>');
    expect(mails[0]?.html).not.toContain('<b>CI</b>');
    expect(JSON.stringify(mails)).not.toContain(key.value.slice(0, 48));
  });

  it("writes to every member who may manage the team's keys, and to no other", async () => {
    const [admin, member] = [`${systemRandom.uuid()}@example.com`, `${systemRandom.uuid()}@example.com`];
    const creator = await project.createUser({ primary_email: admin });
    const plain = await project.createUser({ primary_email: member });
    const theirs = await project.createTeam(creator);
    await project.addMember(theirs.id, plain);
    const key = (await server.call(creator.client, 'POST', '/team-api-keys', wish({ team_id: theirs.id }))).body;
    expect((await report(key.value)).status).toBe(200);
    expect([await mailsTo(admin), await mailsTo(member)].map((mails) => mails.length)).toEqual([1, 0]);
  });

  it('revokes an expired key too, and says that it had expired', async () => {
    const key = (
      await server.call(alice.client, 'POST', '/user-api-keys', wish({ user_id: 'me', expires_at_millis: 1 }))
    ).body;
    expect((await report(key.value)).code).toBe('API_KEY_EXPIRED');
    expect((await report(key.value)).body).toEqual({ success: true });
  });

  it('revokes the key of a team of thousands, and writes to them all', async () => {
    const theirs = await project.createTeam(null);
    const key = (await server.call(project.server, 'POST', '/team-api-keys', wish({ team_id: theirs.id }))).body;
    const ids = `select ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 8000) n`;
    for (const statement of [
      `insert into users (project_id, id, signed_up_at, last_active_at) select $1, id, now(), now() from (${ids}) s`,
      `insert into contact_channels (project_id, id, user_id, type, value, is_primary, created_at)
       select $1, id, id, 'email', id || '@example.com', true, now() from (${ids}) s`,
      `insert into team_members (project_id, team_id, user_id, created_at) select $1, '${theirs.id}', id, now() from (${ids}) s`,
      `insert into team_permission_grants (project_id, team_id, user_id, permission_id)
       select $1, '${theirs.id}', id, '$manage_api_keys' from (${ids}) s`,
    ])
      await server.deps.pool.query(statement, [project.id]);
    expect((await report(key.value)).status).toBe(200);
    const { rows } = await server.deps.pool.query('select count(*) from mails where project_id = $1', [project.id]);
    expect(rows).toEqual([{ count: 8_000 }]);
  });

  it('leaves a public key alone', async () => {
    const key = (await server.call(alice.client, 'POST', '/user-api-keys', wish({ user_id: 'me', is_public: true })))
      .body;
    const before = await server.snapshot(['api_keys', 'mails']);
    expect((await report(key.value)).code).toBe('PUBLIC_API_KEY_CANNOT_BE_REVOKED');
    expect(await server.snapshot(['api_keys', 'mails'])).toEqual(before);
  });

  it('does not find what was never issued', async () => {
    expect((await report('sk_whatever')).code).toBe('API_KEY_NOT_FOUND');
  });

  it('revokes and writes once when many report at once', async () => {
    const address = `${systemRandom.uuid()}@example.com`;
    const carol = await project.createUser({ primary_email: address });
    const key = (await server.call(carol.client, 'POST', '/user-api-keys', wish({ user_id: 'me' }))).body;
    await Promise.all(Array.from({ length: 8 }, () => report(key.value)));
    expect(await mailsTo(address)).toHaveLength(1);
  });
});

describe('the throttle of the leak report', () => {
  it('stops an address that searches, and not one that holds a key', async () => {
    const throttled = await startTestServer({ rateLimits: true });
    const home = await throttled.createProject({ allow_user_api_keys: true });
    const user = await home.createUser();
    const key = (await throttled.call(user.client, 'POST', '/user-api-keys', wish({ user_id: 'me' }))).body;
    // What an address says of itself counts for nothing, unless a trusted proxy says it.
    const report = (value: string, claimedIp = '192.0.2.1') =>
      throttled.call({ 'x-forwarded-for': claimedIp }, 'POST', '/integrations/credential-scanning/revoke', {
        api_key: value,
      });
    const statuses: number[] = [];
    for (let index = 0; index < 31; index += 1) statuses.push((await report('sk_guess', `192.0.2.${index}`)).status);
    expect(new Set(statuses.slice(0, 30))).toEqual(new Set([404]));
    expect(statuses[30]).toBe(429);
    expect(Number((await report('sk_guess')).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await report(key.value)).status).toBe(200);
    await throttled.close();
  });
});
