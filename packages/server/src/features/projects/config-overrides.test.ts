import { projectSettings, type ProjectSettings } from '@latchkey/contract';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  project = await server.createProject();
});

function patch(level: string, override: unknown) {
  const config_override_string = typeof override === 'string' ? override : JSON.stringify(override);
  return server.call(project.admin, 'PATCH', `/internal/config/override/${level}`, { config_override_string });
}

function put(level: string, config: unknown, more: object = {}) {
  return server.call(project.admin, 'PUT', `/internal/config/override/${level}`, {
    config_string: JSON.stringify(config),
    ...more,
  });
}

async function readLevel(level: string): Promise<unknown> {
  const { body } = await server.call(project.admin, 'GET', `/internal/config/override/${level}`);
  return JSON.parse(body.config_string);
}

async function readSettings(): Promise<ProjectSettings> {
  const { body } = await server.call(project.admin, 'GET', '/internal/projects/current');
  return body.config;
}

async function readConfig() {
  const { body } = await server.call(project.admin, 'GET', '/internal/config');
  return JSON.parse(body.config_string);
}

describe('a level of the configuration', () => {
  it.each(['project', 'branch', 'environment'])(
    '%s is empty at first, and answers what was written to it',
    async (level) => {
      expect(await readLevel(level)).toEqual({});
      expect((await patch(level, { 'apiKeys.enabled.user': true })).body).toEqual({ success: true });
      expect(await readLevel(level)).toEqual({ 'apiKeys.enabled.user': true });
      expect((await readSettings()).allow_user_api_keys).toBe(true);
    },
  );

  it.each([
    ['dotted', { 'apiKeys.enabled.user': true, 'apiKeys.enabled.team': true }],
    ['nested', { apiKeys: { enabled: { user: true, team: true } } }],
    ['mixed', { 'apiKeys.enabled': { user: true }, apiKeys: { 'enabled.team': true } }],
    ['as forms spell them', { apiKeys: { enabled: { user: 'true', team: 'true' } } }],
  ])('takes %s keys', async (_spelling, override) => {
    await patch('environment', override);
    expect(await readLevel('environment')).toEqual({ 'apiKeys.enabled.user': true, 'apiKeys.enabled.team': true });
  });

  it('merges with PATCH, and is replaced by PUT', async () => {
    await patch('branch', { 'apiKeys.enabled.user': true });
    await patch('branch', { 'apiKeys.enabled.team': true });
    expect(await readLevel('branch')).toEqual({ 'apiKeys.enabled.user': true, 'apiKeys.enabled.team': true });
    await put('branch', { 'auth.allowSignUp': false });
    expect(await readLevel('branch')).toEqual({ 'auth.allowSignUp': false });
  });

  it('loses none of many changes made at once', async () => {
    const keys = Object.values(projectSettings)
      .map(({ overrideKey }) => overrideKey)
      .filter((key) => !/trustedDomains|oauth/.test(key));
    await Promise.all(keys.map((key) => patch('environment', { [key]: true })));
    expect(await readLevel('environment')).toEqual(Object.fromEntries(keys.map((key) => [key, true])));
  });

  it('wins over the levels before it; null brings the initial value back, and a reset what the earlier level says', async () => {
    await patch('project', { 'auth.allowSignUp': false });
    await patch('branch', { 'auth.allowSignUp': true });
    expect((await readSettings()).sign_up_enabled).toBe(true);
    await patch('environment', { 'auth.allowSignUp': false });
    expect((await readSettings()).sign_up_enabled).toBe(false);
    await patch('environment', { 'auth.allowSignUp': null });
    expect((await readSettings()).sign_up_enabled).toBe(true);
    await server.call(project.admin, 'POST', '/internal/config/override/branch/reset-keys', {
      keys: ['auth.allowSignUp'],
    });
    await server.call(project.admin, 'POST', '/internal/config/override/environment/reset-keys', { keys: ['auth'] });
    expect(await readLevel('environment')).toEqual({});
    expect((await readSettings()).sign_up_enabled).toBe(false);
  });

  it('is the environment for what the project’s own fields change', async () => {
    await server.call(project.admin, 'PATCH', '/internal/projects/current', {
      config: { allow_team_api_keys: true, require_publishable_client_key: true },
    });
    expect(await readLevel('environment')).toEqual({
      'apiKeys.enabled.team': true,
      'project.requirePublishableClientKey': true,
    });
    const { code } = await server.call(
      { ...project.client, 'x-stack-publishable-client-key': '' },
      'GET',
      '/projects/current',
    );
    expect(code).toBe('PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT');
  });

  it('keeps switched on, without effect, what does not exist yet', async () => {
    await patch('branch', { 'auth.otp.allowSignIn': true, 'auth.passkey.allowSignIn': true });
    expect(await readLevel('branch')).toEqual({ 'auth.otp.allowSignIn': true, 'auth.passkey.allowSignIn': true });
    expect(await readSettings()).toMatchObject({ magic_link_enabled: false, passkey_enabled: false });
    expect((await readConfig()).auth).toMatchObject({ otp: { allowSignIn: false }, passkey: { allowSignIn: false } });
  });

  it.each<[string, unknown, string[]]>([
    ['an unknown setting', { 'payments.testMode': true }, ['unknown setting payments.testMode']],
    [
      'every unknown setting',
      { 'a.b': 1, auth: { passkeys: true, oauth: { providers: { github: {} } } } },
      ['a.b', 'auth.passkeys', 'auth.oauth.providers'],
    ],
    [
      'a wrong type',
      { 'apiKeys.enabled.user': 'perhaps', 'auth.allowSignUp': 1 },
      ['apiKeys.enabled.user', 'auth.allowSignUp'],
    ],
    ['a value for a group', { apiKeys: true }, ['apiKeys must be an object']],
    ['a key below a setting', { 'apiKeys.enabled.user.x': true }, ['apiKeys.enabled.user.x']],
    [
      'a prototype',
      '{"__proto__": {"x": 1}, "domains.trustedDomains.__proto__": {"baseUrl": "https://a.de"}}',
      ['__proto__'],
    ],
    ['an array', [], ['must be a JSON object']],
    ['what is no JSON', '{', ['must be a JSON object']],
    ['a text', '"x"', ['must be a JSON object']],
    ['null', 'null', ['must be a JSON object']],
    ['a bad domain', { 'domains.trustedDomains.a': { baseUrl: 'javascript:alert(1)' } }, ['domains.trustedDomains.a']],
    [
      'an unknown part of a domain',
      { 'domains.trustedDomains.a.url': 'https://a.de' },
      ['domains.trustedDomains.a.url'],
    ],
    [
      'an id with a dot',
      { 'domains.trustedDomains': { 'a.b': { baseUrl: 'https://a.de' } } },
      ['domains.trustedDomains'],
    ],
    [
      'too much',
      { 'domains.trustedDomains': { a: { baseUrl: `https://${'x'.repeat(33_000)}.de` } } },
      ['config_override_string'],
    ],
  ])('refuses %s, naming it, and stays as it is', async (_what, override, named) => {
    await patch('environment', { 'apiKeys.enabled.user': true });
    const before = await server.snapshot(['projects']);
    const answer = await patch('environment', override);
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
    for (const part of ['PATCH', '/internal/config/override/environment', ...named])
      expect(answer.body.error).toContain(part);
    expect(await server.snapshot(['projects'])).toEqual(before);
  });

  it.each([
    ['GET', '/internal/config/override/nowhere', undefined],
    ['PUT', '/internal/config/override/branch', {}],
    ['PUT', '/internal/config/override/branch', { config_string: {} }],
    ['PUT', '/internal/config/override/branch', { config_override_string: '{}' }],
    ['PATCH', '/internal/config/override/branch', { config_string: '{}' }],
    ['PUT', '/internal/config/override/branch', { config_string: '{}', source: { type: 'elsewhere' } }],
    ['POST', '/internal/config/override/branch/reset-keys', { keys: 'auth' }],
    ['POST', '/internal/config/override/branch/reset-keys', {}],
  ])('refuses %s %s with %o', async (method, path, body) => {
    const answer = await server.call(project.admin, method, path, body);
    expect([answer.status, answer.code]).toEqual([400, 'SCHEMA_ERROR']);
  });

  it('does not grow beyond what a request can read quickly', async () => {
    const records = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [
          `d${from + n}`,
          { baseUrl: `https://${'x'.repeat(60)}.h${from + n}.example.com` },
        ]),
      );
    expect((await patch('project', { 'domains.trustedDomains': records(0) })).status).toBe(200);
    const flat = Object.fromEntries(
      Object.entries(records(60)).map(([id, record]) => [`domains.trustedDomains.${id}`, record]),
    );
    const before = await server.snapshot(['projects']);
    for (const level of ['project', 'branch', 'environment']) expect((await patch(level, flat)).status).toBe(400);
    expect(await server.snapshot(['projects'])).toEqual(before);
  });

  it('of another project stays as it is', async () => {
    const other = await server.createProject();
    await patch('environment', { 'apiKeys.enabled.user': true });
    const { body } = await server.call(other.admin, 'GET', '/internal/config/override/environment');
    expect(body.config_string).toBe('{}');
  });
});

describe('trusted domains in the dotted form', () => {
  const shop = { domain: 'https://shop.example.com', handler_path: '/handler' };
  const blog = { domain: 'https://*.blog.example.com', handler_path: '/auth' };

  it('are records by an id of the writer’s choice, and the list of the project', async () => {
    await patch('project', {
      'domains.trustedDomains': {
        shop: { baseUrl: shop.domain },
        blog: { baseUrl: blog.domain, handlerPath: '/auth' },
      },
    });
    expect((await readSettings()).domains).toEqual(expect.arrayContaining([shop, blog]));
    expect((await readConfig()).domains.trustedDomains).toEqual({
      shop: { baseUrl: shop.domain },
      blog: { baseUrl: blog.domain, handlerPath: '/auth' },
    });
  });

  it('can be added, changed in part and taken away one by one, on a later level too', async () => {
    await patch('project', { 'domains.trustedDomains.shop': { baseUrl: shop.domain } });
    await patch('branch', { 'domains.trustedDomains.blog': { baseUrl: blog.domain, handlerPath: '/auth' } });
    expect((await readSettings()).domains).toEqual([shop, blog]);
    await patch('environment', { 'domains.trustedDomains.shop.handlerPath': '/in' });
    expect((await readSettings()).domains).toEqual([{ ...shop, handler_path: '/in' }, blog]);
    await patch('environment', { 'domains.trustedDomains.shop': null });
    expect((await readSettings()).domains).toEqual([blog]);
    await server.call(project.admin, 'POST', '/internal/config/override/environment/reset-keys', {
      keys: ['domains.trustedDomains.shop'],
    });
    expect((await readSettings()).domains).toEqual([shop, blog]);
  });

  it('are replaced by the list of the project’s own fields, in its order', async () => {
    await patch('project', { 'domains.trustedDomains.shop': { baseUrl: shop.domain } });
    const domains = Array.from({ length: 12 }, (_, n) => ({
      domain: `https://h${n}.example.com`,
      handler_path: `/p${n}`,
    }));
    const { body } = await server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { domains } });
    expect(body.config.domains).toEqual(domains);
    await server.call(project.admin, 'PATCH', '/internal/projects/current', { config: { domains: [] } });
    expect((await readSettings()).domains).toEqual([]);
  });

  it('are trusted with the codes of mails from then on', async () => {
    await project.createUser({
      primary_email: 'u@example.com',
      primary_email_auth_enabled: true,
      password: 'long enough',
    });
    const send = () =>
      server.call(project.client, 'POST', '/auth/password/send-reset-code', {
        email: 'u@example.com',
        callback_url: 'https://shop.example.com/reset',
      });
    expect((await send()).code).toBe('REDIRECT_URL_NOT_WHITELISTED');
    await patch('environment', { 'domains.trustedDomains.shop.baseUrl': shop.domain });
    expect((await send()).status).toBe(200);
  });
});

describe('the whole configuration', () => {
  it('names every setting there is, with its value', async () => {
    await patch('branch', { 'apiKeys.enabled.team': true });
    expect(await readConfig()).toEqual({
      apiKeys: { enabled: { user: false, team: true } },
      auth: {
        allowSignUp: true,
        password: { allowSignIn: true },
        otp: { allowSignIn: false },
        passkey: { allowSignIn: false },
        oauth: { accountMergeStrategy: 'link_method' },
      },
      domains: { allowLocalhost: true, trustedDomains: {} },
      onboarding: { requireEmailVerification: false },
      project: { requirePublishableClientKey: false },
      teams: { allowClientTeamCreation: false, createPersonalTeamOnSignUp: false },
      users: { allowClientUserDeletion: false },
    });
  });
});

describe('the source of the branch', () => {
  const github = {
    type: 'pushed-from-github',
    owner: 'o',
    repo: 'r',
    branch: 'main',
    commit_hash: 'abc',
    config_file_path: 'stack.config.ts',
  };

  it('is unlinked, until a push names one, and after it is unlinked again', async () => {
    const read = async () => (await server.call(project.admin, 'GET', '/internal/config/source')).body.source;
    expect(await read()).toEqual({ type: 'unlinked' });
    await put('branch', {}, { source: github });
    expect(await read()).toEqual(github);
    await put('branch', { 'auth.allowSignUp': false });
    expect(await read()).toEqual(github);
    await server.call(project.admin, 'DELETE', '/internal/config/source');
    expect(await read()).toEqual({ type: 'unlinked' });
    expect(await readLevel('branch')).toEqual({ 'auth.allowSignUp': false });
  });

  it('is nothing that other levels have', async () => {
    const before = await server.snapshot(['projects']);
    expect((await put('environment', {}, { source: github })).status).toBe(400);
    expect(await server.snapshot(['projects'])).toEqual(before);
  });
});
