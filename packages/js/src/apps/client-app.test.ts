import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { StackClientApp } from './client-app.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({
    allow_user_api_keys: true,
    allow_team_api_keys: true,
    client_team_creation_enabled: true,
  });
});
afterAll(() => server.close());

const password = 'correct horse battery';
let people = 0;

async function signUp() {
  const app = new StackClientApp({
    baseUrl: server.url,
    projectId: project.id,
    publishableClientKey: project.client['x-stack-publishable-client-key'] ?? '',
    tokenStore: 'memory',
  });
  const email = `person-${(people += 1)}@example.com`;
  const result = await app.signUpWithCredential({ email, password, noVerificationCallback: true });
  expect(result.status).toBe('ok');
  return { app, email, user: await app.getUser({ or: 'throw' }) };
}

describe('an app in which somebody has signed up', () => {
  it('creates, lists and revokes keys, and the object in hand keeps up', async () => {
    const { user } = await signUp();
    const created = await user.createApiKey({ description: 'CI', expiresAt: null });
    expect(created.value).toHaveLength(102);

    const [listed] = await user.listApiKeys();
    expect(listed).toMatchObject({ id: created.id, description: 'CI', creator: { userId: user.id } });
    await listed?.revoke();
    expect(listed?.whyInvalid()).toBe('manually-revoked');
    await listed?.update({ description: 'Old CI' });
    expect(listed?.description).toBe('Old CI');
    expect(listed?.whyInvalid()).toBe('manually-revoked');
  });

  it('creates a team with keys of its own, and selects it', async () => {
    const { user } = await signUp();
    const team = await user.createTeam({ displayName: 'Northwind' });
    expect(user.selectedTeam?.id).toBe(team.id);
    const key = await team.createApiKey({
      description: 'Worker',
      expiresAt: new Date(Date.now() + 1000),
      isPublic: true,
    });
    expect(key.value).toMatch(/^pk_/);
    expect((await team.listApiKeys()).map(({ id }) => id)).toEqual([key.id]);
    expect(await user.hasPermission(team, '$manage_api_keys')).toBe(true);
    expect(await user.getTeam('no-id-at-all')).toBeNull();
  });

  it('has nobody signed in after signing out, and the tokens are dead', async () => {
    const { app, user } = await signUp();
    const tokens = await app.getAuthJson();
    await user.signOut();
    expect(await app.getUser()).toBeNull();
    expect(
      await app.getUser({
        tokenStore: { accessToken: tokens.accessToken ?? '', refreshToken: tokens.refreshToken ?? '' },
      }),
    ).toBeNull();
  });

  it('does nothing for a user object once somebody else is signed in', async () => {
    const { app, user } = await signUp();
    await app.signOut();
    await app.signUpWithCredential({ email: 'another@example.com', password, noVerificationCallback: true });
    await expect(user.setDisplayName('Mallory')).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
    expect((await app.getUser())?.displayName).toBeNull();
  });
});
