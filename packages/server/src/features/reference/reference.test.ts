import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const get = (path: string) => fetch(server.url + path);

describe('the reference', () => {
  it('is a document that says where the server is, readable from any origin', async () => {
    const response = await get('/openapi.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: `${server.deps.publicUrl}/api/v1` }],
    });
  });

  it('is a page that works offline: everything it loads comes from this server, and may come from nowhere else', async () => {
    const page = await get('/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const html = await page.text();
    const loaded = [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(loaded.length).toBeGreaterThan(3);
    for (const url of loaded) {
      expect(url).not.toMatch(/^(https?:)?\/\//);
      expect((await get(new URL(url, `${server.url}/docs/`).pathname)).status, url).toBe(200);
    }
    expect((await get('/docs/json')).status).toBe(200);
  });
});
