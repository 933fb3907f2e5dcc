import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestOperator, startTestServer, type TestServer } from '@latchkey/test-kit';
import { ownedProjects } from '../projects/owned-projects.ts';
import { openAdminApp, openClientApp, openServerApp } from '../testing/open-apps.ts';
import { StackAdminApp } from './admin-app.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function openProject() {
  const project = await server.createProject();
  return { project, admin: openAdminApp(server, project) };
}

/** An operator who is signed in to an app of the project `internal`. */
async function openOperator() {
  const internal = await server.openInternalProject();
  const { id, teamId, refreshToken, client } = await createTestOperator(server, internal, 'Olga');
  const tokens = { refreshToken, accessToken: client['x-stack-access-token'] ?? '' };
  const app = openClientApp(server, internal, tokens);
  return { app, id, teamId, operator: await app.getUser({ or: 'throw' }) };
}

describe('a project', () => {
  it('keeps up with its settings, however they are changed', async () => {
    const { admin } = await openProject();
    const project = await admin.getProject();
    expect(project).toMatchObject({ description: '', ownerTeamId: null, config: { allowUserApiKeys: false } });
    await project.update({
      displayName: 'Weather',
      logoUrl: 'https://example.com/logo.png',
      requirePublishableClientKey: true,
      config: {
        allowUserApiKeys: true,
        domains: [{ domain: 'https://example.com', handlerPath: '/auth' }],
        teamMemberDefaultPermissions: [{ id: '$read_members' }],
      },
    });
    const expected = {
      displayName: 'Weather',
      logoUrl: 'https://example.com/logo.png',
      config: {
        allowUserApiKeys: true,
        domains: [{ domain: 'https://example.com', handlerPath: '/auth' }],
        teamMemberDefaultPermissions: [{ id: '$read_members' }],
      },
    };
    expect(project).toMatchObject(expected);
    expect(await admin.getProject()).toMatchObject(expected);

    await project.updateConfig({ 'apiKeys.enabled.team': true });
    expect(project.config.allowTeamApiKeys).toBe(true);
    await project.pushConfig(
      { apiKeys: { enabled: { team: false } }, 'auth.allowSignUp': false },
      {
        source: {
          type: 'pushed-from-github',
          owner: 'o',
          repo: 'r',
          branch: 'b',
          commitHash: 'c',
          configFilePath: 'f',
        },
      },
    );
    expect(project.config).toMatchObject({ allowTeamApiKeys: true, signUpEnabled: false });
    expect(await project.getPushedConfigSource()).toMatchObject({ type: 'pushed-from-github', commitHash: 'c' });
    await project.updatePushedConfig({ 'auth.allowSignUp': true });
    expect(project.config.signUpEnabled).toBe(true);
    await project.resetConfigOverrideKeys('environment', ['apiKeys.enabled.team']);
    expect(project.config.allowTeamApiKeys).toBe(false);
    await project.replaceConfigOverride('environment', { 'apiKeys.enabled.team': true });
    expect(await project.getConfigOverride('environment')).toEqual({ 'apiKeys.enabled.team': true });
    expect(project.config).toMatchObject({ allowTeamApiKeys: true, allowUserApiKeys: false });
    expect(JSON.stringify(await project.getConfig())).toContain('allowSignUp');
    await project.unlinkPushedConfigSource();
    expect(await project.getPushedConfigSource()).toEqual({ type: 'unlinked' });
  });

  it('can do with admin access what its server can', async () => {
    const { admin } = await openProject();
    const user = await admin.createUser({ displayName: 'Ada' });
    expect((await admin.getUser(user.id))?.displayName).toBe('Ada');
    expect(await admin.checkApiKey('nonsense')).toEqual({ valid: false, reason: 'not_found' });
  });

  it('is gone when it is deleted', async () => {
    const { admin } = await openProject();
    await (await admin.getProject()).delete();
    await expect(admin.getProject()).rejects.toMatchObject({ code: 'CURRENT_PROJECT_NOT_FOUND' });
  });
});

describe('project keys', () => {
  it('are shown once, open the project, and keep up with their revocation', async () => {
    const { project, admin } = await openProject();
    const created = await admin.createInternalApiKey({
      description: 'Server',
      expiresAt: new Date(Date.now() + 60_000),
      hasPublishableClientKey: false,
      hasSecretServerKey: true,
      hasSuperSecretAdminKey: false,
    });
    expect(created.secretServerKey).toMatch(/^ssk_/);
    expect(created.superSecretAdminKey).toBeUndefined();
    const server_ = openServerApp(server, {
      ...project,
      server: { 'x-stack-secret-server-key': created.secretServerKey ?? '' },
    });
    expect(await server_.listUsers()).toEqual(Object.assign([], { nextCursor: null }));

    const listed = (await admin.listInternalApiKeys()).find(({ id }) => id === created.id);
    expect(listed).toMatchObject({
      description: 'Server',
      secretServerKey: { lastFour: created.secretServerKey?.slice(-4) },
      publishableClientKey: null,
    });
    await listed?.update({ description: 'Old server' });
    await listed?.revoke();
    expect(listed).toMatchObject({ description: 'Old server', secretServerKey: { lastFour: expect.any(String) } });
    expect(listed?.isValid()).toBe(false);
    expect(listed?.whyInvalid()).toBe('manually-revoked');
    await expect(server_.listUsers()).rejects.toMatchObject({ code: 'INVALID_SECRET_SERVER_KEY' });
  });
});

describe('permission definitions', () => {
  it('are created, changed, paged and deleted, of teams and of the project', async () => {
    const { admin } = await openProject();
    await admin.createTeamPermissionDefinition({ id: 'billing', containedPermissionIds: ['$read_members'] });
    await admin.createProjectPermissionDefinition({ id: 'admin', description: 'All', containedPermissionIds: [] });
    await admin.updateTeamPermissionDefinition('billing', { id: 'billing:all', description: 'Invoices' });
    expect(await admin.listTeamPermissionDefinitions()).toContainEqual({
      id: 'billing:all',
      description: 'Invoices',
      containedPermissionIds: ['$read_members'],
    });
    const page = await admin.listTeamPermissionDefinitionsPaginated({ limit: 1 });
    expect(page.items).toHaveLength(1);
    expect(page.nextCursor).not.toBeNull();
    await admin.updateProjectPermissionDefinition('admin', { description: 'Everything' });
    expect([...(await admin.listProjectPermissionDefinitions())]).toEqual([
      { id: 'admin', description: 'Everything', containedPermissionIds: [] },
    ]);

    const user = await admin.createUser();
    await user.grantPermission('admin');
    expect(await user.hasPermission('admin')).toBe(true);
    await admin.deleteProjectPermissionDefinition('admin');
    expect(await user.hasPermission('admin')).toBe(false);
    await admin.deleteTeamPermissionDefinition('billing:all');
    await expect(admin.deleteTeamPermissionDefinition('billing:all')).rejects.toMatchObject({
      code: 'PERMISSION_NOT_FOUND',
    });
  });
});

describe('kept mails', () => {
  it('are listed, and read with their words', async () => {
    const { admin } = await openProject();
    await admin.createUser({
      primaryEmail: 'ada@example.com',
      primaryEmailAuthEnabled: true,
      password: 'correct horse',
    });
    await admin.sendForgotPasswordEmail('ada@example.com', { callbackUrl: 'http://localhost:3000/reset' });
    const [mail] = await admin.listMails({ limit: 1 });
    expect(mail).toMatchObject({ to: 'ada@example.com', status: 'kept' });
    expect((await admin.getMail(mail?.id ?? ''))?.text).toContain('http://localhost:3000/reset?code=');
    expect(await admin.getMail('0b7f6a3e-4c1d-4b8a-9f2e-1d3c5b7a9e0f')).toBeNull();
    expect(await admin.getMail('')).toBeNull();
  });
});

describe('an operator', () => {
  it('creates, administers and hands over projects by being signed in', async () => {
    const { operator, teamId } = await openOperator();
    const projects = ownedProjects(operator);
    const created = await projects.create({ displayName: 'Weather', teamId, config: { allowUserApiKeys: true } });
    expect(created).toMatchObject({ displayName: 'Weather', ownerTeamId: teamId, config: { allowUserApiKeys: true } });
    const user = await created.app.createUser({ displayName: 'Ada' });
    await created.update({ displayName: 'Climate' });

    const [listed] = await projects.list();
    expect(listed).toMatchObject({ id: created.id, displayName: 'Climate' });
    expect(listed?.app).toBe(created.app);
    expect((await listed?.app.listUsers())?.map(({ id }) => id)).toEqual([user.id]);

    const other = await operator.createTeam({ displayName: 'Others' });
    await projects.transfer(created.id, other.id);
    expect((await projects.list())[0]?.ownerTeamId).toBe(other.id);
  });

  it('administers with a fresh token when the server says that theirs has expired', async () => {
    const { operator, teamId } = await openOperator();
    const { app } = await ownedProjects(operator).create({ displayName: 'Weather', teamId });
    server.clock.advance({ minutes: 11 });
    expect([...(await app.listUsers())]).toEqual([]);
  });

  it('administers nothing any more after signing out', async () => {
    const { operator, teamId } = await openOperator();
    const { app } = await ownedProjects(operator).create({ displayName: 'Weather', teamId });
    await operator.signOut();
    await expect(app.listUsers()).rejects.toMatchObject({ code: 'SESSION_CHANGED' });
  });
});

it('an admin app says what is missing', () => {
  expect(() => new StackAdminApp({ baseUrl: server.url, projectId: 'internal', tokenStore: null })).toThrow(
    'superSecretAdminKey',
  );
});
