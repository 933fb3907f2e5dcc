import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keyCalls } from './testing/key-calls.ts';

/*
 * Changing and reading single keys through HTTP, and what leaving a team means for them.
 */
let server: TestServer;
let project: TestProject;
let other: TestProject;
let alice: TestUser;
let bob: TestUser;
let team: { id: string };

const unknownId = '12345678-9abc-4def-8123-456789abcdef';

beforeAll(async () => {
  server = await startTestServer();
  other = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
});
afterAll(() => server.close());

beforeEach(async () => {
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  alice = await project.createUser();
  bob = await project.createUser();
  team = await project.createTeam(alice);
});

const { createUserKey, createTeamKey, refuses } = keyCalls(() => ({ server, team }));

describe('changing', () => {
  it.each([
    ['expires_at_millis', (millis: number) => ({ expires_at_millis: millis })],
    ['expiresAt as a number', (millis: number) => ({ expiresAt: millis })],
    ['expiresAt as an ISO date', (millis: number) => ({ expiresAt: new Date(millis).toISOString() })],
  ])('re-dates a live key by %s, and takes the date away again', async (_title, spelled) => {
    const { id } = await createUserKey(alice.client);
    const millis = server.clock.now().getTime() + 1_000;
    const dated = await server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, spelled(millis));
    expect(dated.body.expires_at_millis).toBe(millis);
    const [field] = Object.keys(spelled(0));
    const undated = await server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { [field ?? '']: null });
    expect(undated.body).not.toHaveProperty('expires_at_millis');
  });

  it('revokes for good, and keeps the first moment', async () => {
    const { id } = await createUserKey(alice.client);
    const first = await server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { revoked: true });
    server.clock.advance({ minutes: 1 });
    const second = await server.call(project.server, 'PATCH', `/user-api-keys/${id}`, { revoked: true });
    expect(second.body.manually_revoked_at_millis).toBe(first.body.manually_revoked_at_millis);
    await refuses(
      () => server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { revoked: false }),
      400,
      'SCHEMA_ERROR',
    );
    await refuses(
      () => server.call(project.server, 'PATCH', `/user-api-keys/${id}`, { expires_at_millis: null }),
      400,
      null,
    );
  });

  it('revives no expired key', async () => {
    const { id } = await createUserKey(alice.client, { expires_at_millis: 1 });
    await refuses(
      () => server.call(project.server, 'PATCH', `/user-api-keys/${id}`, { expires_at_millis: null }),
      400,
      null,
    );
    await refuses(() => server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { expiresAt: null }), 400, null);
  });

  it.each([
    ['a moment before 1970', '1969-12-31T23:59:59Z'],
    ['a moment past the year 9999', '9999-12-31T23:59:59-12:00'],
    ['the year 0', '0000-01-01T00:00:00Z'],
    ['a day that is none', '2026-02-30T00:00:00Z'],
    ['a date in words', 'tomorrow'],
  ])('takes no expiry from %s', async (_title, expiresAt) => {
    const { id } = await createUserKey(alice.client);
    await refuses(() => server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { expiresAt }), 400, 'SCHEMA_ERROR');
  });

  it('renames in every state, and nothing else', async () => {
    const { id } = await createUserKey(alice.client);
    await server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { revoked: true });
    const { body } = await server.call(alice.client, 'PATCH', `/user-api-keys/${id}?user_id=me`, {
      description: 'New name',
    });
    expect(body.description).toBe('New name');
    await refuses(
      () => server.call(project.server, 'PATCH', `/user-api-keys/${id}`, { user_id: bob.id }),
      400,
      'SCHEMA_ERROR',
    );
    await refuses(
      () => server.call(project.server, 'PATCH', `/user-api-keys/${id}`, { is_public: true }),
      400,
      'SCHEMA_ERROR',
    );
  });

  it("refuses another user's key, another project's, the other kind's route and another owner", async () => {
    const mine = await createUserKey(alice.client);
    const ours = await createTeamKey(alice.client);
    const otherTeam = await project.createTeam(bob);
    const revoke = { revoked: true };
    await refuses(() => server.call(bob.client, 'PATCH', `/user-api-keys/${mine.id}`, revoke), 403, null);
    await refuses(
      () => server.call(project.client, 'PATCH', `/user-api-keys/${mine.id}`, revoke),
      401,
      'USER_AUTHENTICATION_REQUIRED',
    );
    for (const [caller, path] of [
      [bob.client, `/user-api-keys/${unknownId}`],
      [other.server, `/user-api-keys/${mine.id}`],
      [project.server, `/team-api-keys/${mine.id}`],
      [project.server, `/user-api-keys/${ours.id}`],
      [project.server, `/user-api-keys/${mine.id}?user_id=${bob.id}`],
      [project.server, `/team-api-keys/${ours.id}?team_id=${otherTeam.id}`],
      [bob.client, `/team-api-keys/${ours.id}?team_id=${otherTeam.id}`],
      [bob.client, `/team-api-keys/${ours.id}?team_id=${team.id}`],
      [bob.client, `/team-api-keys/${ours.id}`],
    ] as const) {
      await refuses(() => server.call(caller, 'PATCH', path, revoke), 404, 'API_KEY_NOT_FOUND');
    }
  });

  it('reads one key under the same rules', async () => {
    const mine = await createUserKey(alice.client);
    const ours = await createTeamKey(alice.client);
    expect((await server.call(alice.client, 'GET', `/user-api-keys/${mine.id}`)).body.id).toBe(mine.id);
    expect((await server.call(alice.client, 'GET', `/team-api-keys/${ours.id}?team_id=${team.id}`)).body.id).toBe(
      ours.id,
    );
    await refuses(() => server.call(alice.client, 'GET', `/team-api-keys/${ours.id}`), 400, 'SCHEMA_ERROR');
    await refuses(() => server.call(bob.client, 'GET', `/user-api-keys/${mine.id}`), 403, null);
    await refuses(() => server.call(other.server, 'GET', `/user-api-keys/${mine.id}`), 404, 'API_KEY_NOT_FOUND');
  });

  it('leaves one revocation, not two, when two come at once', async () => {
    const { id } = await createUserKey(alice.client);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.call(alice.client, 'PATCH', `/user-api-keys/${id}`, { revoked: true })),
    );
    expect(new Set(answers.map(({ body }) => body.manually_revoked_at_millis)).size).toBe(1);
  });
});

describe('who leaves', () => {
  it("loses the team's keys at once, while the keys he made live on", async () => {
    const key = await createTeamKey(alice.client);
    await server.call(project.server, 'DELETE', `/team-memberships/${team.id}/${alice.id}`);
    await refuses(
      () => server.call(alice.client, 'GET', `/team-api-keys?team_id=${team.id}`),
      404,
      'API_KEY_NOT_FOUND',
    );
    await refuses(
      () => server.call(alice.client, 'PATCH', `/team-api-keys/${key.id}`, { revoked: true }),
      404,
      'API_KEY_NOT_FOUND',
    );
    expect((await server.call(project.server, 'POST', '/team-api-keys/check', { api_key: key.value })).status).toBe(
      200,
    );
  });
});
