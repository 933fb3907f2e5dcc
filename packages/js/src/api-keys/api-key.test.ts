import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '@latchkey/test-kit';
import { openServerApp } from '../testing/open-apps.ts';
import type { LastFour, UserApiKey } from './api-key.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ allow_user_api_keys: true });
});
afterAll(() => server.close());

const aDay = 24 * 60 * 60 * 1000;

describe('the keys of a user', () => {
  it('are listed newest first, page by page, by status and by description', async () => {
    const user = await openServerApp(server, project).createUser();
    for (const description of ['One', 'Two', 'Three']) {
      server.clock.advance({ seconds: 1 });
      await user.createApiKey({ description, expiresAt: null });
    }
    const expired = await user.createApiKey({ description: 'Late', expiresAt: new Date(0) });
    const [, , newest] = await user.listApiKeys();
    await newest?.revoke();

    const firstPage = await user.listApiKeys({ limit: 2 });
    expectTypeOf(firstPage[0]).toEqualTypeOf<UserApiKey | undefined>();
    expectTypeOf<UserApiKey['value']>().toEqualTypeOf<LastFour>();
    expect(firstPage).toHaveLength(2);
    const rest = await user.listApiKeys({ limit: 2, cursor: firstPage.nextCursor ?? '' });
    expect(rest.nextCursor).toBeNull();
    expect([...firstPage, ...rest].map(({ description }) => description).sort()).toEqual([
      'Late',
      'One',
      'Three',
      'Two',
    ]);
    expect((await user.listApiKeys({ status: 'expired' })).map(({ id }) => id)).toEqual([expired.id]);
    expect((await user.listApiKeys({ status: 'revoked' })).map(({ id }) => id)).toEqual([newest?.id]);
    expect(await user.listApiKeys({ status: 'valid' })).toHaveLength(2);
    expect((await user.listApiKeys({ query: 'Thr' })).map(({ description }) => description)).toEqual(['Three']);
    expect((await user.listApiKeys({ query: expired.value.slice(-4) })).map(({ id }) => id)).toContain(expired.id);
  });
});

describe('a key', () => {
  it('keeps up with its expiry, which can change while it is live, and with its end', async () => {
    const user = await openServerApp(server, project).createUser();
    const key = await user.createApiKey({ description: 'CI', expiresAt: null, isPublic: true });
    expect(key).toMatchObject({ expiresAt: undefined, isPublic: true, manuallyRevokedAt: null, userId: user.id });
    const expiresAt = new Date(Date.now() + aDay);
    await key.update({ expiresAt, description: 'Nightly' });
    expect(key).toMatchObject({ expiresAt, description: 'Nightly' });
    expect(key.isValid()).toBe(true);
    await key.update({ expiresAt: null });
    expect(key.expiresAt).toBeUndefined();
    await key.update({ expiresAt: new Date(0) });
    expect(key.whyInvalid()).toBe('expired');
    await expect(key.update({ expiresAt: null })).rejects.toMatchObject({ code: 'REFUSED', status: 400 });
    expect(key.whyInvalid()).toBe('expired');
    await key.revoke();
    const { manuallyRevokedAt } = key;
    expect(key.whyInvalid()).toBe('manually-revoked');
    server.clock.advance({ seconds: 1 });
    await key.revoke();
    expect(key.manuallyRevokedAt).toEqual(manuallyRevokedAt);
    // The whole secret is in this object alone.
    expect(key.value).toHaveLength(102);
    expect((await user.listApiKeys())[0]?.value).toEqual({ lastFour: key.value.slice(-4) });
  });

  it('is refused where the project has the kind switched off', async () => {
    const app = openServerApp(server, await server.createProject());
    const user = await app.createUser();
    await expect(user.createApiKey({ description: 'CI', expiresAt: null })).rejects.toMatchObject({
      code: 'REFUSED',
      status: 400,
    });
  });
});
