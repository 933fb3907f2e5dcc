import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import type { StackServerApp } from '../apps/server-app.ts';
import { openServerApp } from '../testing/open-apps.ts';
import type { AllApiKeysFilter } from './project-api-keys.ts';

let server: TestServer;
let app: StackServerApp;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const dayMillis = 24 * 60 * 60 * 1000;

describe('the keys of a project', () => {
  it('are found by when they were last used, and by what deserves a look', async () => {
    app = openServerApp(server, await server.createProject({ allow_user_api_keys: true, allow_team_api_keys: true }));
    const [user, restricted] = [await app.createUser(), await app.createUser()];
    const soon = new Date(server.clock.now().getTime() + 400 * dayMillis);
    const old = await user.createApiKey({ description: 'old', expiresAt: soon });
    const forever = await (
      await app.createTeam({ displayName: 'N' })
    ).createApiKey({ description: '∞', expiresAt: null });
    const held = await restricted.createApiKey({ description: 'held', expiresAt: soon });
    await restricted.update({ restrictedByAdmin: true });
    server.clock.advance({ days: 100 });
    const used = await user.createApiKey({ description: 'used', expiresAt: soon });
    const leaked = await user.createApiKey({ description: 'leaked', expiresAt: soon });
    server.clock.advance({ days: 1 });
    await app.checkApiKey(used.value);
    await server.call({}, 'POST', '/integrations/credential-scanning/revoke', { api_key: leaked.value });
    await server.flushUsage();

    const idsBy = async (filter: AllApiKeysFilter) => (await app.listAllApiKeys(filter)).map(({ id }) => id).sort();
    const unusedSince = new Date(server.clock.now().getTime() - 90 * dayMillis);
    expect(await idsBy({ unusedSince, status: 'valid' })).toEqual([old.id, forever.id, held.id].sort());
    expect(await idsBy({ only: 'neverExpiring' })).toEqual([forever.id]);
    expect(await idsBy({ only: 'ownerRestricted' })).toEqual([held.id]);
    expect(await idsBy({ only: 'reportedAsLeaked' })).toEqual([leaked.id]);
    expect((await app.listAllApiKeys({ orderBy: 'lastUsedAt', desc: true }))[0]).toMatchObject({
      id: used.id,
      lastUsedAt: expect.any(Date),
      leakReportedAt: null,
    });
    const [listed] = await app.listAllApiKeys({ only: 'reportedAsLeaked' });
    expect(listed).toMatchObject({ lastUsedAt: null, leakReportedAt: expect.any(Date) });
  });

  it('say when they were last used in the lists of their owner, and go on saying it when they change', async () => {
    const user = await app.createUser();
    const created = await user.createApiKey({ description: 'CI', expiresAt: null });
    expect([created.lastUsedAt, created.leakReportedAt]).toEqual([undefined, undefined]);
    expect((await user.listApiKeys())[0]).toMatchObject({ lastUsedAt: null, leakReportedAt: null });
    await app.checkApiKey(created.value);
    await server.flushUsage();
    const [key] = await user.listApiKeys();
    expect(key?.lastUsedAt).toBeInstanceOf(Date);
    await key?.update({ description: 'Nightly' });
    expect(key).toMatchObject({ description: 'Nightly', lastUsedAt: expect.any(Date) });
  });

  it('are read by id, of either kind', async () => {
    const [user, team] = [await app.createUser(), await app.createTeam({ displayName: 'Northwind' })];
    for (const owner of [user, team]) {
      const { id } = await owner.createApiKey({ description: 'CI', expiresAt: null });
      const key = await app.getApiKey(id);
      expect(key).toMatchObject({ id, creator: { userId: null }, lastUsedAt: null });
      expect(key?.owner.id).toBe(owner.id);
    }
    expect(await app.getApiKey('0b7f6a3e-4c1d-4b8a-9f2e-1d3c5b7a9e0f')).toBeNull();
    expect(await app.getApiKey('..')).toBeNull();
  });
});
