import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { openAdminApp } from '../testing/open-apps.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the mail of an installation', () => {
  it('is kept where no mail server is configured, and the test says so', async () => {
    const admin = openAdminApp(server, await server.createProject());
    expect(await admin.getMailDelivery()).toEqual({ method: 'kept' });
    expect(await admin.testMailDelivery('ada@example.com')).toMatchObject({
      outcome: 'failed',
      step: 'configuration',
      reason: expect.any(String),
    });
  });
});
