import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import type { CurrentUser, ServerTeam, ServerUser, StackClientApp, StackServerApp, Team } from '../index.ts';
import { openClientApp, openServerApp } from './open-apps.ts';

/*
 * The product page of API keys, word for word: each snippet stands between the lines that say where it begins and ends. What
 * is ours is the setting, the ids in place of "user-id-here" and the like, and what strict types ask of a value that may be
 * null: `must`. The snippet with hooks is tested where hooks are.
 */

let server: TestServer;
let stackApp: StackClientApp;
let stackServerApp: StackServerApp;
let ids: { user: string; team: string };

beforeAll(async () => {
  server = await startTestServer();
  const project = await server.createProject({
    allow_user_api_keys: true,
    allow_team_api_keys: true,
    client_team_creation_enabled: true,
  });
  stackApp = openClientApp(server, project);
  stackServerApp = openServerApp(server, project);
  const credentials = { email: 'ada@example.com', password: 'correct horse battery' };
  await stackApp.signUpWithCredential({ ...credentials, noVerificationCallback: true });
  const user = await stackApp.getUser({ or: 'throw' });
  ids = { user: user.id, team: (await user.createTeam({ displayName: 'Northwind' })).id };
});
afterAll(() => server.close());

/** The snippets take for granted that there is a user, and a team. */
function must<Value>(value: Value | null): Value {
  if (value === null) throw new Error('there is none');
  return value;
}

async function signedIn(): Promise<CurrentUser> {
  return must(await stackApp.getUser());
}

const days = 24 * 60 * 60 * 1000;

describe('user API keys', () => {
  it('are created by their user', async () => {
    // <snippet>
    const user = must(await stackApp.getUser());

    const apiKey = await user.createApiKey({
      description: 'My client application',
      expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days
      isPublic: false,
    });
    // </snippet>
    expect(apiKey).toMatchObject({ description: 'My client application', isPublic: false, userId: ids.user });
    expect(Number(apiKey.expiresAt) - Date.now()).toBeLessThanOrEqual(90 * days);
  });

  it('are provisioned by the server', async () => {
    // <snippet>
    const user = must(await stackServerApp.getServerUserById(ids.user));

    const apiKey = await user.createApiKey({
      description: 'Admin-provisioned API key',
      expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), // 30 days
      isPublic: false,
    });
    // </snippet>
    expect(await stackServerApp.getUser({ apiKey: apiKey.value })).toMatchObject({ id: ids.user });
  });

  it('are created for development, and by the server with an id', async () => {
    const user: CurrentUser = await signedIn();
    // <snippet>
    const apiKey = await user.createApiKey({
      description: 'Development environment key',
      expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days from now
      isPublic: false,
    });
    // </snippet>
    expect(apiKey.isValid()).toBe(true);
    await byServer(ids.user);

    async function byServer(userId: string) {
      // <snippet>
      const user = must(await stackServerApp.getServerUserById(userId));

      const apiKey = await user.createApiKey({
        description: 'API key created by server',
        expiresAt: new Date(Date.now() + 90 * 24 * 60 * 60 * 1000), // 90 days
        isPublic: false,
      });
      // </snippet>
      expect(apiKey.isValid()).toBe(true);
    }
  });
});

describe('team API keys', () => {
  it('are created by a member', async () => {
    // <snippet>
    const user = must(await stackApp.getUser());
    const team = must(await user.getTeam(ids.team));

    const teamApiKey = await team.createApiKey({
      description: 'Team integration service',
      expiresAt: new Date(Date.now() + 60 * 24 * 60 * 60 * 1000), // 60 days
      isPublic: false,
    });
    // </snippet>
    expect(teamApiKey).toMatchObject({ teamId: ids.team, type: 'team' });
  });

  it('are provisioned by the server', async () => {
    // <snippet>
    const team = must(await stackServerApp.getTeam(ids.team));

    const teamApiKey = await team.createApiKey({
      description: 'Admin-provisioned team API key',
      expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), // 30 days
      isPublic: false,
    });
    // </snippet>
    expect(await stackServerApp.getTeam({ apiKey: teamApiKey.value })).toMatchObject({ id: ids.team });
  });

  it('are created for a service', async () => {
    const user: CurrentUser = await signedIn();
    // <snippet>
    const team = must(await user.getTeam(ids.team));

    const teamApiKey = await team.createApiKey({
      description: 'Team service integration',
      expiresAt: new Date(Date.now() + 60 * 24 * 60 * 60 * 1000), // 60 days
      isPublic: false,
    });
    // </snippet>
    expect(teamApiKey.isValid()).toBe(true);
    await byServer();

    async function byServer() {
      // <snippet>
      const team = must(await stackServerApp.getTeam(ids.team));

      const teamApiKey = await team.createApiKey({
        description: 'Server-created team API key',
        expiresAt: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000), // 30 days
        isPublic: false,
      });
      // </snippet>
      expect(teamApiKey.isValid()).toBe(true);
    }
  });
});

describe('API keys', () => {
  it('are listed by their user', async () => {
    const user: CurrentUser = await signedIn();
    // <snippet>
    // List user's API keys
    const userApiKeys = await user.listApiKeys();

    // List a team's API keys
    const team: Team = must(await user.getTeam(ids.team));
    const teamApiKeys = await team.listApiKeys();
    // </snippet>
    expect(userApiKeys.every(({ type }) => type === 'user')).toBe(true);
    expect(teamApiKeys.every(({ type }) => type === 'team')).toBe(true);
    expect(userApiKeys.length * teamApiKeys.length).toBeGreaterThan(0);
  });

  it('are listed by the server', async () => {
    // <snippet>
    // List a specific user's API keys
    const user: ServerUser = must(await stackServerApp.getServerUserById(ids.user));
    const userApiKeys = await user.listApiKeys();

    // List a team's API keys
    const team: ServerTeam = must(await stackServerApp.getTeam(ids.team));
    const teamApiKeys = await team.listApiKeys();
    // </snippet>
    expect(userApiKeys.length * teamApiKeys.length).toBeGreaterThan(0);
  });

  it('are revoked by their user', async () => {
    const user = await signedIn();
    const { id } = await user.createApiKey({ description: 'Old', expiresAt: null });
    // <snippet>
    const apiKeys = await user.listApiKeys();
    const apiKeyToRevoke = apiKeys.find((key) => key.id === id);

    if (apiKeyToRevoke) {
      await apiKeyToRevoke.revoke();
    }
    // </snippet>
    expect(apiKeyToRevoke?.whyInvalid()).toBe('manually-revoked');
  });

  it('are revoked by the server', async () => {
    const { id } = await (await signedIn()).createApiKey({ description: 'Old', expiresAt: null });
    // <snippet>
    const user = must(await stackServerApp.getServerUserById(ids.user));
    const apiKeys = await user.listApiKeys();

    const apiKeyToRevoke = apiKeys.find((key) => key.id === id);

    if (apiKeyToRevoke) {
      await apiKeyToRevoke.revoke();
    }
    // </snippet>
    expect(apiKeyToRevoke?.isValid()).toBe(false);
  });

  it('say whether they are valid, and why they are not', async () => {
    const user = await signedIn();
    const said: string[] = [];
    const console = { log: (text: string) => said.push(text) };
    const { id } = await user.createApiKey({ description: 'Late', expiresAt: new Date(0) });
    // <snippet>
    const apiKeys = await user.listApiKeys();
    const apiKey = apiKeys.find((key) => key.id === id);

    if (apiKey && apiKey.isValid()) {
      // API key is valid
    } else {
      // API key is invalid (expired or revoked)
      const reason = apiKey ? apiKey.whyInvalid() : 'not found';
      console.log(`API key is invalid: ${reason}`);
    }
    // </snippet>
    expect(said).toEqual(['API key is invalid: expired']);
  });
});
