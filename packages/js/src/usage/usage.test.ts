import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { openServerApp } from '../testing/open-apps.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const hourMillis = 60 * 60 * 1000;

describe('the usage of a project', () => {
  it('is counted by the hour, of the project and of one key, with what was refused and why', async () => {
    const app = openServerApp(server, await server.createProject({ allow_user_api_keys: true }));
    const user = await app.createUser();
    const [one, other] = [
      await user.createApiKey({ description: 'one', expiresAt: null }),
      await user.createApiKey({ description: 'other', expiresAt: null }),
    ];
    await app.checkApiKey(one.value);
    await app.checkApiKey(one.value);
    await app.checkApiKey(other.value);
    await app.checkApiKey(`${one.value.slice(0, -1)}${one.value.endsWith('0') ? '1' : '0'}`);
    await one.revoke();
    await app.checkApiKey(one.value);
    await server.flushUsage();

    const from = new Date(server.clock.now().getTime() - hourMillis);
    const [hour] = await app.getUsage({ from });
    expect(hour).toMatchObject({ at: expect.any(Date), valid: 3, refused: { revoked: 1, ownerRestricted: 0 } });
    expect((hour?.at.getTime() ?? 1) % hourMillis).toBe(0);
    expect((await app.getUsage({ from, apiKeyId: one.id }))[0]).toMatchObject({ valid: 2, refused: { revoked: 1 } });
    expect(await app.getUsage({ from: new Date(0), to: new Date(hourMillis) })).toEqual([]);
  });
});

describe('the overview of a project', () => {
  it('counts what it holds, with days that begin where the reader is', async () => {
    const app = openServerApp(server, await server.createProject({ allow_user_api_keys: true }));
    const user = await app.createUser({ displayName: 'Ada' });
    const soon = new Date(server.clock.now().getTime() + 48 * hourMillis);
    await user.createApiKey({ description: 'soon', expiresAt: soon });
    await user.createApiKey({ description: 'forever', expiresAt: null });
    await server.flushUsage();
    const overview = await app.getOverview({ utcOffsetMinutes: 120 });
    const exactly = (count: number) => ({ count, isAtLeast: false });
    expect(overview).toMatchObject({
      lastRequestAt: expect.any(Date),
      users: exactly(1),
      apiKeys: {
        valid: exactly(2),
        expiringIn7Days: exactly(1),
        neverExpiring: exactly(1),
        reportedAsLeaked: exactly(0),
      },
    });
    expect(overview.pastDays).toHaveLength(30);
    expect(overview.pastDays.at(-1)).toMatchObject({ usersSignedUp: 1, apiKeysCreated: 2 });
    expect(overview.comingDays).toHaveLength(30);
    expect(overview.comingDays[0]?.at.getUTCHours()).toBe(22);
    expect(overview.comingDays.reduce((sum, { apiKeysExpiring }) => sum + apiKeysExpiring, 0)).toBe(1);
  });
});
