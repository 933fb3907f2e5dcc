import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { openClientApp, openServerApp } from '../testing/open-apps.ts';
import { type Proxy, startProxy } from '../testing/start-proxy.ts';
import { StackServerApp } from './server-app.ts';

let server: TestServer;
let proxy: Proxy;
let project: TestProject;
let app: StackServerApp;

beforeAll(async () => {
  server = await startTestServer();
  proxy = await startProxy(server.url);
  project = await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true });
  app = openServerApp(proxy, project);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

const unknownId = '0b7f6a3e-4c1d-4b8a-9f2e-1d3c5b7a9e0f';

describe('a presented key', () => {
  it('answers its user or its team in one round trip, and nobody once it is revoked', async () => {
    const user = await app.createUser({ displayName: 'Ada' });
    const team = await app.createTeam({ displayName: 'Northwind' });
    const userKey = await user.createApiKey({ description: 'CI', expiresAt: null });
    const teamKey = await team.createApiKey({ description: 'CI', expiresAt: null });

    proxy.seen.length = 0;
    expect(await app.getUser({ apiKey: userKey.value })).toMatchObject({ id: user.id, displayName: 'Ada' });
    expect(await app.getTeam({ apiKey: teamKey.value })).toMatchObject({ id: team.id, displayName: 'Northwind' });
    expect(proxy.seen).toEqual(['POST /api/v1/latchkey/api-keys/check', 'POST /api/v1/latchkey/api-keys/check']);

    expect(await app.getUser({ apiKey: teamKey.value })).toBeNull();
    expect(await app.getTeam({ apiKey: userKey.value })).toBeNull();
    await userKey.revoke();
    expect(await app.getUser({ apiKey: userKey.value })).toBeNull();
  });

  it('is judged with its reason', async () => {
    const user = await app.createUser({ displayName: 'Grace' });
    const key = await user.createApiKey({ description: 'CI', expiresAt: new Date(Date.now() + 60_000) });
    expect(await app.checkApiKey(key.value)).toMatchObject({
      valid: true,
      user: { id: user.id },
      apiKey: { id: key.id },
    });
    await user.update({ restrictedByAdmin: true, restrictedByAdminReason: 'Unpaid' });
    expect(user).toMatchObject({ isRestricted: true, restrictedByAdminReason: 'Unpaid' });
    expect(await app.checkApiKey(key.value)).toEqual({ valid: false, reason: 'owner_restricted' });
    await user.update({ restrictedByAdmin: false });
    await key.revoke();
    expect(await app.checkApiKey(key.value)).toEqual({ valid: false, reason: 'revoked' });
    expect(await app.checkApiKey('')).toEqual({ valid: false, reason: 'not_found' });
    expect(await app.checkApiKey('\ud800\0'.repeat(100))).toEqual({ valid: false, reason: 'not_found' });
  });

  it('is nobody rather than whoever is signed in, when a program hands over no string', async () => {
    const user = await app.createUser({ displayName: 'Ada' });
    const tokens = await (await user.createSession()).getTokens();
    const signedIn = openServerApp(server, project, {
      accessToken: tokens.accessToken ?? '',
      refreshToken: tokens.refreshToken ?? '',
    });
    expect((await signedIn.getUser())?.id).toBe(user.id);
    for (const missing of [undefined, null, 7, ['x']]) {
      expect(await signedIn.getUser({ apiKey: missing as unknown as string })).toBeNull();
    }
  });
});

describe('an id that is unknown or none at all', () => {
  it.each([unknownId, '', 'me', '.', '..', '../users', '%2e%2e', 'a/b', '?limit=1'])('answers null: %j', async (id) => {
    expect(await app.getUser(id)).toBeNull();
    expect(await app.getServerUserById(id)).toBeNull();
    expect(await app.getTeam(id)).toBeNull();
  });

  it('cannot choose another route where it stands in a path', async () => {
    const user = await app.createUser({ displayName: 'Ada' });
    await expect(user.revokeSession('..')).rejects.toMatchObject({ code: 'USAGE_ERROR' });
    await expect(user.revokeSession(`../../users/${user.id}`)).rejects.toMatchObject({ code: 'SCHEMA_ERROR' });
    await expect(user.revokePermission('')).rejects.toMatchObject({ code: 'USAGE_ERROR' });
    expect(await app.getUser(user.id)).not.toBeNull();
  });
});

describe('a user', () => {
  it('keeps up with what the server changes', async () => {
    const user = await app.createUser({
      primaryEmail: 'ada@example.com',
      password: 'correct horse',
      countryCode: 'CH',
    });
    expect(user).toMatchObject({ hasPassword: true, countryCode: 'CH', primaryEmailVerified: false });
    await user.setPrimaryEmail('ada@example.org', { verified: true });
    await user.setServerMetadata({ plan: 'pro' });
    await user.setClientReadOnlyMetadata({ seats: 3 });
    await user.update({
      displayName: 'Ada',
      primaryEmailAuthEnabled: true,
      riskScores: { signUp: { bot: 5, freeTrialAbuse: 7 } },
    });
    const expected = {
      displayName: 'Ada',
      primaryEmail: 'ada@example.org',
      primaryEmailVerified: true,
      serverMetadata: { plan: 'pro' },
      clientReadOnlyMetadata: { seats: 3 },
      riskScores: { signUp: { bot: 5, freeTrialAbuse: 7 } },
    };
    expect(user).toMatchObject(expected);
    expect(await app.getUser(user.id)).toMatchObject(expected);
    expect(await user.setPassword({ password: 'short' })).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    await expect(
      app.createUser({ primaryEmail: 'ada@example.org', primaryEmailAuthEnabled: true, primaryEmailVerified: true }),
    ).rejects.toMatchObject({
      code: 'USER_EMAIL_ALREADY_EXISTS',
    });
    await user.delete();
    expect(await app.getUser(user.id)).toBeNull();
  });

  it('is granted permissions, in a team and in the project, and loses them', async () => {
    const user = await app.createUser();
    const team = await user.createTeam({ displayName: 'Northwind' });
    // Of one moment, either could be the newer one.
    server.clock.advance({ seconds: 1 });
    const other = await app.createTeam({ displayName: 'Southwind' });
    await other.addUser(user.id);
    expect(await user.hasPermission(other, '$manage_api_keys')).toBe(false);
    await user.grantPermission(other, '$manage_api_keys');
    expect(await user.hasPermission(other, '$manage_api_keys')).toBe(true);
    const held = await app.listTeamMemberPermissions(other.id, { recursive: true });
    expect(held).toContainEqual({ userId: user.id, permissionId: '$manage_api_keys' });
    await user.revokePermission(other, '$manage_api_keys');
    expect(await user.hasPermission(other, '$manage_api_keys')).toBe(false);
    await expect(user.grantPermission('unknown')).rejects.toMatchObject({ code: 'PERMISSION_NOT_FOUND' });
    expect((await user.listTeams()).map(({ id }) => id)).toEqual([team.id, other.id]);
    expect((await user.listTeams({ limit: 1, orderBy: 'createdAt', desc: true }))[0]?.id).toBe(other.id);
  });

  it('has no team of somebody else', async () => {
    const user = await app.createUser();
    const team = await app.createTeam({ displayName: 'Of others' });
    expect(await user.getTeam(team.id)).toBeNull();
    await team.addUser(user.id);
    expect((await user.getTeam(team.id.toUpperCase()))?.id).toBe(team.id);
  });

  it('comes by its session in a request, and can be treated when that has ended', async () => {
    const client = openClientApp(server, project);
    await client.signUpWithCredential({
      email: 'lin@example.com',
      password: 'correct horse',
      noVerificationCallback: true,
    });
    const headers = new Headers(await client.getAuthHeaders());
    const user = await app.getUser({ tokenStore: { headers }, or: 'throw' });
    expect(user.primaryEmail).toBe('lin@example.com');
    expect((await user.getActiveSessions()).map(({ isCurrentSession }) => isCurrentSession)).toEqual([true]);
    expect(await user.getAccessToken()).toBe((await client.getAuthJson()).accessToken);
    expect(await user.updatePassword({ oldPassword: 'wrong', newPassword: 'correct horse 2' })).toMatchObject({
      code: 'PASSWORD_CONFIRMATION_MISMATCH',
    });
    await user.signOut();
    expect(await app.getUser({ tokenStore: { headers } })).toBeNull();
    expect(await client.getUser()).toBeNull();
    await user.setServerMetadata({ plan: 'pro' });
    expect(user.serverMetadata).toEqual({ plan: 'pro' });
    expect(JSON.stringify(user)).not.toContain('eyJ');
  });

  it('is mailed the link that verifies its address, once somebody says where it leads', async () => {
    const user = await app.createUser({ primaryEmail: 'mail@example.com' });
    await expect(user.sendVerificationEmail()).rejects.toMatchObject({ code: 'USAGE_ERROR' });
    expect(await user.sendVerificationEmail({ callbackUrl: 'http://localhost:3000/verify' })).toBeUndefined();
    expect((await server.mails()).at(-1)).toMatchObject({ to: 'mail@example.com' });
    await user.setPrimaryEmail('mail@example.com', { verified: true });
    expect(await user.sendVerificationEmail({ callbackUrl: 'http://localhost:3000/verify' })).toMatchObject({
      code: 'EMAIL_ALREADY_VERIFIED',
    });
  });
});

describe('a team', () => {
  it('lists its members as whole users, each with how they appear in it, in one request', async () => {
    const [ada, grace] = [await app.createUser({ displayName: 'Ada' }), await app.createUser({ displayName: 'Grace' })];
    const team = await ada.createTeam({ displayName: 'Northwind' });
    server.clock.advance({ seconds: 1 });
    await team.addUser(grace.id);
    await (await grace.getTeamProfile(team)).update({ displayName: 'The Admiral' });
    proxy.seen.length = 0;
    const members = await team.listUsers();
    expect(proxy.seen).toHaveLength(1);
    expect(members.map((member) => [member.displayName, member.teamProfile.displayName])).toEqual([
      ['Ada', 'Ada'],
      ['Grace', 'The Admiral'],
    ]);
    await members[1]?.setServerMetadata({ rank: 'admiral' });
    expect((await app.getUser(grace.id))?.serverMetadata).toEqual({ rank: 'admiral' });
    await team.removeUser(grace.id);
    expect(await team.listUsers()).toHaveLength(1);
  });

  it('keeps up with what the server changes', async () => {
    const team = await app.createTeam({ displayName: 'Northwind' });
    await team.update({ displayName: 'Southwind', serverMetadata: { plan: 'pro' }, clientReadOnlyMetadata: 1 });
    const expected = { displayName: 'Southwind', serverMetadata: { plan: 'pro' }, clientReadOnlyMetadata: 1 };
    expect(team).toMatchObject(expected);
    expect(await app.getTeam(team.id)).toMatchObject({ ...expected, createdAt: team.createdAt });
    await team.delete();
    expect(await app.getTeam(team.id)).toBeNull();
  });
});

describe('the lists of a project', () => {
  it('are paged and filtered', async () => {
    const own = openServerApp(server, await server.createProject({ allow_user_api_keys: true }));
    for (const displayName of ['Ada', 'Grace', 'Lin']) {
      server.clock.advance({ seconds: 1 });
      const user = await own.createUser({ displayName });
      await own.createTeam({ displayName: `${displayName}'s`, creatorUserId: user.id });
    }
    const firstPage = await own.listUsers({ limit: 2, orderBy: 'signedUpAt' });
    expect(firstPage.map(({ displayName }) => displayName)).toEqual(['Ada', 'Grace']);
    const rest = await own.listUsers({ limit: 2, orderBy: 'signedUpAt', cursor: firstPage.nextCursor ?? '' });
    expect(rest.map(({ displayName }) => displayName)).toEqual(['Lin']);
    expect(rest.nextCursor).toBeNull();
    expect((await own.listUsers({ query: 'gra' })).map(({ displayName }) => displayName)).toEqual(['Grace']);
    const [adas] = await own.listTeams();
    expect(await own.listUsers({ teamId: adas?.id ?? '' })).toHaveLength(1);
    expect(await own.listTeams()).toHaveLength(3);
  });

  it('of API keys can be searched and revoked as a whole', async () => {
    const own = openServerApp(
      server,
      await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true }),
    );
    const user = await own.createUser();
    const team = await own.createTeam({ displayName: 'Northwind' });
    const userKey = await user.createApiKey({ description: 'CI of Ada', expiresAt: new Date(Date.now() + 1e9) });
    // Of one moment, either could be the newer one.
    server.clock.advance({ seconds: 1 });
    const teamKey = await team.createApiKey({ description: 'Worker', expiresAt: null });

    expect((await own.listAllApiKeys()).map(({ id }) => id)).toEqual([teamKey.id, userKey.id]);
    const [ofTeams] = await own.listAllApiKeys({ kind: 'team', status: 'valid', limit: 1 });
    expect(ofTeams).toMatchObject({ id: teamKey.id, creator: { userId: null }, owner: { type: 'team', id: team.id } });
    expect((await own.listAllApiKeys({ expiresBefore: new Date(Date.now() + 2e9) })).map(({ id }) => id)).toEqual([
      userKey.id,
    ]);
    expect(await own.listAllApiKeys({ ownerId: user.id, query: 'CI', orderBy: 'expiresAt', desc: true })).toHaveLength(
      1,
    );

    expect(await own.findApiKey(userKey.value)).toMatchObject({ id: userKey.id, userId: user.id });
    expect(await own.findApiKey('nonsense')).toBeNull();
    expect(await own.revokeApiKeys([])).toEqual([]);
    const ids = [userKey.id, ...Array<string>(1_000).fill(unknownId), teamKey.id];
    const outcomes = await own.revokeApiKeys(ids);
    expect(outcomes).toContainEqual({ id: userKey.id, outcome: 'revoked' });
    expect(outcomes).toContainEqual({ id: teamKey.id, outcome: 'revoked' });
    expect((await own.findApiKey(teamKey.value))?.whyInvalid()).toBe('manually-revoked');
  });
});

describe('an app on a server', () => {
  it('says what is missing', () => {
    expect(() => new StackServerApp({ baseUrl: server.url, projectId: project.id, tokenStore: null })).toThrow(
      'secretServerKey',
    );
  });

  it('asks for a session where it keeps none', async () => {
    await expect(app.getUser({ or: 'throw' })).rejects.toMatchObject({ code: 'USER_AUTHENTICATION_REQUIRED' });
    await expect(app.getUser({ or: 'redirect' })).rejects.toMatchObject({ code: 'USER_AUTHENTICATION_REQUIRED' });
    await expect(app.getAuthJson()).rejects.toMatchObject({ code: 'USAGE_ERROR' });
  });

  it.each(['localhost:8102', 'example.com', '/api', 'ftp://example.com', 'https://'])(
    'takes no address such as %s',
    (baseUrl) => {
      const options = { baseUrl, projectId: project.id, secretServerKey: 'ssk_', tokenStore: null };
      expect(() => new StackServerApp(options)).toThrow(/where the server is/);
    },
  );
});
