import { startTestServer } from '@latchkey/test-kit';
import { expect, it } from 'vitest';
import { Shutdown } from '../../platform/shutdown.ts';
import { version } from '../../platform/version.ts';
import { prepareInstallation } from './prepare-installation.ts';

it('tells anybody what a first page needs, before and after the claim, and nothing secret', async () => {
  const server = await startTestServer();
  const shutdown = new Shutdown();
  shutdown.add(() => server.close());
  const prepared = await prepareInstallation(server.deps, { internalKeys: {}, firstProject: 'none' }, shutdown);
  const known = { delivers_mail: false, version, url: server.deps.publicUrl };

  const before = await server.call({}, 'GET', '/latchkey/installation');
  expect([before.status, before.body]).toEqual([200, { is_claimed: false, ...known }]);
  const operator = { code: prepared.claimCode, email: 'ada@example.com', password: 'correct horse battery staple' };
  await server.call({}, 'POST', '/latchkey/claim', operator);
  expect((await server.call({}, 'GET', '/latchkey/installation')).body).toEqual({ is_claimed: true, ...known });
  await shutdown.run();
});

it('says whether mail leaves it, and not where it goes', async () => {
  const server = await startTestServer({
    smtp: { url: 'smtp://ada:canary@mail.example.com', from: 'keys@example.com' },
  });
  const { body } = await server.call({}, 'GET', '/latchkey/installation');
  expect(body.delivers_mail).toBe(true);
  expect(JSON.stringify(body)).not.toMatch(/canary|mail\.example/);
  await server.close();
});
