import { createHash } from 'node:crypto';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Shutdown } from '../../platform/shutdown.ts';
import { version } from '../../platform/version.ts';
import { prepareInstallation } from './prepare-installation.ts';

let server: TestServer;
let shutdown: Shutdown;
let claimCode: string;

beforeEach(async () => {
  server = await startTestServer({ rateLimits: true });
  shutdown = new Shutdown();
  shutdown.add(() => server.close());
  const prepared = await prepareInstallation(server.deps, { internalKeys: {}, firstProject: 'none' }, shutdown);
  claimCode = prepared.claimCode ?? '';
});
afterEach(() => shutdown.run());

async function read(): Promise<{ response: Response; html: string }> {
  const response = await fetch(server.url);
  return { response, html: await response.text() };
}

function submit(fields: Record<string, string>): Promise<Response> {
  const form = { code: claimCode, email: 'operator@example.com', password: 'correct horse battery staple', ...fields };
  return fetch(`${server.url}/claim`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

describe('the page at /', () => {
  it('says what there is, and how to claim it, without giving the code away', async () => {
    const { response, html } = await read();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const part of [
      version,
      'http://localhost:8102/api/v1',
      '/docs',
      '/openapi.json',
      'Not claimed yet',
      'curl',
      'method="post"',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).not.toContain(claimCode);
  });

  it('runs nothing, loads nothing, is framed by nobody, and is not kept', async () => {
    const { response, html } = await read();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|<link|<img|url\(/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says so when the installation is claimed, and has no form any more', async () => {
    await submit({});
    const { html } = await read();
    expect(html).toContain('Claimed');
    expect(html).not.toContain('<form');
  });
});

describe('its form', () => {
  it('makes the first operator, shows no token, and leads back to the page', async () => {
    const response = await submit({});
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(await response.text()).toBe('');
    const caller = { 'x-stack-project-id': 'internal', 'x-stack-access-type': 'client' };
    const signIn = { email: 'operator@example.com', password: 'correct horse battery staple' };
    expect((await server.call(caller, 'POST', '/auth/password/sign-in', signIn)).status).toBe(200);
  });

  it.each([
    ['a wrong code', { code: 'wrong' }, 404, 'not the claim code'],
    ['a short password', { password: 'short' }, 400, 'too short'],
    ['no address', { email: 'nobody' }, 400, 'Fill in'],
  ])(
    'with %s says what is wrong, keeps no password in the page, and changes nothing',
    async (_what, fields, status, text) => {
      const before = await server.snapshot(['installation', 'users']);
      const response = await submit(fields);
      const html = await response.text();
      expect([response.status, html.includes(text)]).toEqual([status, true]);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(html).not.toContain('correct horse');
      expect(html).not.toContain(claimCode);
      expect(await server.snapshot(['installation', 'users'])).toEqual(before);
    },
  );

  it('writes nothing of what was sent into the page as HTML', async () => {
    const email = `"><script>alert(1)</script>"@example.com`;
    const html = await (await submit({ email, code: '<script>alert(2)</script>' })).text();
    expect(html).not.toContain('<script');
    const kept = await (await submit({ email: `o'hara@example.com`, code: 'wrong' })).text();
    expect(kept).toContain('value="o&#39;hara@example.com"');
  });

  it.each([
    ['of JSON', { headers: { 'content-type': 'application/json' }, body: '{"code":1}' }, 400],
    ['of bad JSON', { headers: { 'content-type': 'application/json' }, body: '{' }, 400],
    ['of another type', { headers: { 'content-type': 'image/png' }, body: 'x' }, 400],
    ['of nothing', {}, 400],
  ])('with a body %s is refused', async (_what, init, status) => {
    const response = await fetch(`${server.url}/claim`, { method: 'POST', ...init });
    expect(response.status).toBe(status);
  });

  it('is throttled with the API’s own claims, with the time to wait', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) await submit({ code: 'guess' });
    const response = await submit({});
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.text()).toContain('Too many attempts');
  });
});
