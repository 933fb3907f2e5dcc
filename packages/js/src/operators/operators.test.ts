import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestOperator, startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { ownedProjects } from '../projects/owned-projects.ts';
import { openClientApp } from '../testing/open-apps.ts';
import { claimInstallation, getInstallation } from './installation.ts';
import { inviteOperatorByLink, joinOperators } from './invite-operator.ts';

let server: TestServer;
let internal: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  internal = await server.openInternalProject();
});
afterAll(() => server.close());

async function openOperator() {
  const { teamId, refreshToken, client } = await createTestOperator(server, internal, 'Olga');
  const app = openClientApp(server, internal, { refreshToken, accessToken: client['x-stack-access-token'] ?? '' });
  return { app, teamId, operator: await app.getUser({ or: 'throw' }) };
}

const password = 'correct horse battery';

describe('an installation', () => {
  it('tells anybody what it is', async () => {
    const installation = await getInstallation(openClientApp(server, internal));
    expect(installation).toMatchObject({ deliversMail: false, url: expect.stringMatching(/^http/) });
  });

  it('is not claimed with a wrong code, nor with a short password', async () => {
    const app = openClientApp(server, internal);
    const claim = { code: '0'.repeat(45), email: 'ada@example.com', password };
    await expect(claimInstallation(app, claim)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await app.getUser()).toBeNull();
  });
});

describe('an operator', () => {
  it('is invited by link, joins under an address of their own, and administers what the team owns', async () => {
    const { operator, teamId } = await openOperator();
    const { id: projectId } = await ownedProjects(operator).create({ displayName: 'Weather', teamId });
    const { code, expiresAt } = await inviteOperatorByLink(operator, teamId);
    expect(expiresAt.getTime()).toBeGreaterThan(server.clock.now().getTime());

    const app = openClientApp(server, internal);
    expect(await joinOperators(app, { code, email: 'grace@example.com', password: 'short' })).toMatchObject({
      status: 'error',
      error: { code: 'PASSWORD_TOO_SHORT' },
    });
    expect(await joinOperators(app, { code, email: 'grace@example.com', password })).toMatchObject({ status: 'ok' });
    const joined = await app.getUser({ or: 'throw' });
    expect(joined.primaryEmail).toBe('grace@example.com');
    expect((await ownedProjects(joined).list()).map(({ id }) => id)).toEqual([projectId]);
    expect(await joinOperators(app, { code, email: 'other@example.com', password })).toMatchObject({
      status: 'error',
      error: { code: 'VERIFICATION_CODE_ALREADY_USED' },
    });
  });

  it('does for users and teams of their project whatever the server of it could', async () => {
    const { operator, teamId } = await openOperator();
    const config = { allowUserApiKeys: true, allowTeamApiKeys: true };
    const { app } = await ownedProjects(operator).create({ displayName: 'Weather', teamId, config });
    const user = await app.createUser({ displayName: 'Ada' });
    const team = await user.createTeam({ displayName: 'Northwind' });
    const colleague = await app.createUser({ displayName: 'Grace' });
    await team.addUser(colleague.id);

    for (const owner of [user, team]) {
      const key = await owner.createApiKey({ description: 'on behalf', expiresAt: null });
      expect(await app.checkApiKey(key.value)).toMatchObject({ valid: true });
    }
    await colleague.grantPermission(team, '$manage_api_keys');
    expect((await colleague.listPermissions(team)).map(({ id }) => id)).toContain('$manage_api_keys');
    await colleague.revokePermission(team, '$manage_api_keys');
    expect(await colleague.hasPermission(team, '$manage_api_keys')).toBe(false);

    await user.createSession({ isImpersonation: true, expiresInMillis: 60 * 60 * 1000 });
    const [session] = await user.getActiveSessions();
    expect(session).toMatchObject({ isImpersonation: true, isCurrentSession: false });
    await user.revokeSession(session?.id ?? '');
    expect(await user.getActiveSessions()).toEqual([]);
  });

  it('takes a member out of a team with the keys that they made for it', async () => {
    const { operator, teamId } = await openOperator();
    const config = { allowTeamApiKeys: true };
    const { app, id } = await ownedProjects(operator).create({ displayName: 'Weather', teamId, config });
    const member = await app.createUser({ displayName: 'Grace' });
    const team = await member.createTeam({ displayName: 'Northwind' });
    await member.grantPermission(team, '$manage_api_keys');
    const { accessToken, refreshToken } = await (await member.createSession()).getTokens();
    const tokens = { accessToken: accessToken ?? '', refreshToken: refreshToken ?? '' };
    const client = openClientApp(server, { ...internal, id, client: {} }, tokens);
    const own = await (await client.getUser({ or: 'throw' })).getTeam(team.id);
    const key = await own?.createApiKey({ description: 'theirs', expiresAt: null });

    await team.removeUser(member.id, { revokeApiKeys: true });
    expect(await team.listUsers()).toEqual([]);
    expect(await app.checkApiKey(key?.value ?? '')).toEqual({ valid: false, reason: 'revoked' });
  });
});
