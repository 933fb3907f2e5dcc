import { startTestServer, type TestProject, type TestServer, type TestUser } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxLiveApiKeys } from './issue-api-key.ts';
import { keyCalls, wish } from './testing/key-calls.ts';

/*
 * Creating and listing keys through HTTP.
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

describe('creating', () => {
  it('gives a user a key of his own, whole just this once', async () => {
    const expiresAt = server.clock.now().getTime() + 60_000;
    const key = await createUserKey(alice.client, { expires_at_millis: expiresAt });
    expect(key).toEqual({
      id: expect.any(String),
      type: 'user',
      user_id: alice.id,
      description: 'A program',
      is_public: false,
      created_at_millis: server.clock.now().getTime(),
      expires_at_millis: expiresAt,
      value: expect.stringMatching(/^sk_.{99}$/),
    });
    const { body } = await server.call(alice.client, 'GET', '/user-api-keys?user_id=me');
    expect(body.items).toEqual([{ ...key, value: { last_four: key.value.slice(-4) } }]);
  });

  it('gives a team a key through a member who may manage keys', async () => {
    const key = await createTeamKey(alice.client, { is_public: true });
    expect(key).toMatchObject({
      type: 'team',
      team_id: team.id,
      is_public: true,
      value: expect.stringMatching(/^pk_/),
    });
  });

  it("lets the application's server create for anybody in the project", async () => {
    expect(await createUserKey(project.server, { user_id: alice.id })).toMatchObject({ user_id: alice.id });
    expect(await createTeamKey(project.server)).toMatchObject({ team_id: team.id });
  });

  it('stores nothing that contains the key or its secret', async () => {
    const { value } = await createUserKey(alice.client);
    const stored = JSON.stringify(await server.snapshot(['api_keys']));
    expect(stored).not.toContain(value.slice(3, 48));
    expect(stored).not.toContain(Buffer.from(value).toString('base64'));
  });

  it('takes the moment 0 for 1970, not for never', async () => {
    const key = await createUserKey(alice.client, { expires_at_millis: 0 });
    expect(key.expires_at_millis).toBe(0);
    const answer = await server.call(project.server, 'POST', '/user-api-keys/check', { api_key: key.value });
    expect(answer.code).toBe('API_KEY_EXPIRED');
  });

  it('coerces what a form sends', async () => {
    const form = new URLSearchParams({
      description: 'Form',
      expires_at_millis: '12',
      is_public: 'true',
      user_id: 'me',
    });
    const headers = { ...alice.client, 'content-type': 'application/x-www-form-urlencoded' };
    const { body } = await server.call(headers, 'POST', '/user-api-keys', form.toString());
    expect(body).toMatchObject({ expires_at_millis: 12, is_public: true });
  });

  it('refuses what is not a key wish, and names every problem', async () => {
    const call = () =>
      server.call(alice.client, 'POST', '/user-api-keys', {
        description: 'x'.repeat(257),
        user_id: 'nobody',
        colour: 'red',
      });
    await refuses(call, 400, 'SCHEMA_ERROR');
    const { body } = await call();
    for (const part of [
      'POST /api/v1/user-api-keys',
      'body.description',
      'body.expires_at_millis is missing',
      'body.user_id',
      'colour',
    ]) {
      expect(body.error).toContain(part);
    }
    expect(body.details.message).toBe(body.error);
  });

  it.each([
    ['a negative moment', { expires_at_millis: -1 }],
    ['a moment past the year 9999', { expires_at_millis: 253_402_300_800_000 }],
    ['half a millisecond', { expires_at_millis: 0.5 }],
    ['a NUL character', { description: 'a\0b' }],
    ['a description that is null', { description: null }],
  ])('refuses %s', async (_title, fields) => {
    await refuses(
      () => server.call(alice.client, 'POST', '/user-api-keys', { ...wish, user_id: 'me', ...fields }),
      400,
      'SCHEMA_ERROR',
    );
  });

  it('refuses a caller without a user', async () => {
    await refuses(
      () => server.call(project.client, 'POST', '/user-api-keys', { ...wish, user_id: 'me' }),
      401,
      'USER_AUTHENTICATION_REQUIRED',
    );
    await refuses(
      () => server.call(project.client, 'POST', '/team-api-keys', { ...wish, team_id: team.id }),
      401,
      'USER_AUTHENTICATION_REQUIRED',
    );
  });

  it('refuses a key for another user', async () => {
    await refuses(() => server.call(bob.client, 'POST', '/user-api-keys', { ...wish, user_id: alice.id }), 403, null);
  });

  it('hides the team from whoever may not manage its keys: a stranger, a plain member, a stranger to the project', async () => {
    const call = () => server.call(bob.client, 'POST', '/team-api-keys', { ...wish, team_id: team.id });
    await refuses(call, 404, 'API_KEY_NOT_FOUND');
    await project.addMember(team.id, bob);
    await refuses(call, 404, 'API_KEY_NOT_FOUND');
    await refuses(
      () => server.call(bob.client, 'POST', '/team-api-keys', { ...wish, team_id: unknownId }),
      404,
      'API_KEY_NOT_FOUND',
    );
  });

  it("answers an unknown owner, and another project's, alike", async () => {
    const stranger = await other.createUser();
    const strangers = await other.createTeam(stranger);
    for (const user_id of [unknownId, stranger.id]) {
      await refuses(
        () => server.call(project.server, 'POST', '/user-api-keys', { ...wish, user_id }),
        400,
        'USER_ID_DOES_NOT_EXIST',
      );
    }
    for (const team_id of [unknownId, strangers.id]) {
      await refuses(
        () => server.call(project.server, 'POST', '/team-api-keys', { ...wish, team_id }),
        404,
        'TEAM_NOT_FOUND',
      );
    }
  });

  it('ends at a number of live keys, and goes on when some are revoked', async () => {
    const insert = `insert into api_keys (project_id, id, user_id, description, is_public, hash, secret_generation, last_four, created_at)
      select $1, gen_random_uuid(), $2, 'many', false, sha256(gen_random_uuid()::text::bytea), 1, 'abcd', now() from generate_series(1, $3)`;
    await server.deps.pool.query(insert, [project.id, alice.id, maxLiveApiKeys]);
    await refuses(() => server.call(alice.client, 'POST', '/user-api-keys', { ...wish, user_id: 'me' }), 400, null);
    await server.deps.pool.query('update api_keys set revoked_at = now() where project_id = $1', [project.id]);
    await createUserKey(alice.client);
  });
});

describe('listing', () => {
  it('shows newest first, whatever their state, and only those of the owner', async () => {
    const ids: string[] = [];
    for (const fields of [{}, { expires_at_millis: 0 }, {}]) {
      server.clock.advance({ seconds: 1 });
      ids.unshift((await createUserKey(alice.client, fields)).id);
    }
    await createUserKey(bob.client);
    await createTeamKey(alice.client);
    await server.call(alice.client, 'PATCH', `/user-api-keys/${ids[0]}`, { revoked: true });
    const { body } = await server.call(alice.client, 'GET', '/user-api-keys?user_id=me');
    expect(body.is_paginated).toBe(false);
    expect(body.items.map((key: { id: string }) => key.id)).toEqual(ids);
  });

  it('walks every page once', async () => {
    const made = new Set<string>();
    for (let index = 0; index < 7; index += 1) made.add((await createUserKey(alice.client)).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await server.call(alice.client, 'GET', `/user-api-keys?user_id=me&limit=3${after}`);
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items.map((key: { id: string }) => key.id));
      cursor = body.pagination.next_cursor;
    } while (cursor !== null);
    expect(seen.length).toBe(7);
    expect(new Set(seen)).toEqual(made);
  });

  it('filters by status and by the beginning of the description or the last four', async () => {
    const live = await createUserKey(alice.client, { description: '100% mine' });
    const expired = await createUserKey(alice.client, { description: 'old', expires_at_millis: 1 });
    const revoked = await createUserKey(alice.client, { description: 'leaked', expires_at_millis: 1 });
    await server.call(alice.client, 'PATCH', `/user-api-keys/${revoked.id}`, { revoked: true });
    for (const [query, key] of [
      ['status=valid', live],
      ['status=expired', expired],
      ['status=revoked', revoked],
      ['query=100%25', live],
      ['query=LEAK', revoked],
      [`query=${expired.value.slice(-4)}`, expired],
    ] as const) {
      const { body } = await server.call(alice.client, 'GET', `/user-api-keys?user_id=me&${query}`);
      expect(
        body.items.map(({ id }: { id: string }) => id),
        query,
      ).toContain(key.id);
    }
    const { body } = await server.call(alice.client, 'GET', '/user-api-keys?user_id=me&query=%25');
    expect(body.items).toEqual([]);
  });

  it('names the creator only when asked, and nothing it does not know', async () => {
    await createTeamKey(alice.client);
    const asked = await server.call(project.server, 'GET', `/team-api-keys?team_id=${team.id}&include=creator`);
    expect(asked.body.items[0].creator).toEqual({ user_id: alice.id });
    const unasked = await server.call(project.server, 'GET', `/team-api-keys?team_id=${team.id}`);
    expect(unasked.body.items[0]).not.toHaveProperty('creator');
    const unknown = await server.call(project.server, 'GET', `/team-api-keys?team_id=${team.id}&include=hash`);
    expect([unknown.code, unknown.body.error]).toEqual(['SCHEMA_ERROR', expect.stringContaining('query.include')]);
  });

  it('refuses a list without an owner, of another user, and of a team without the permission', async () => {
    await refuses(() => server.call(project.server, 'GET', '/user-api-keys'), 400, 'SCHEMA_ERROR');
    await refuses(() => server.call(bob.client, 'GET', `/user-api-keys?user_id=${alice.id}`), 403, null);
    await refuses(() => server.call(bob.client, 'GET', `/team-api-keys?team_id=${team.id}`), 404, 'API_KEY_NOT_FOUND');
    await refuses(
      () => server.call(project.client, 'GET', '/user-api-keys?user_id=me'),
      401,
      'USER_AUTHENTICATION_REQUIRED',
    );
  });
});
