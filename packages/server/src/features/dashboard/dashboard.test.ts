import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startTestServer, type TestServer } from '@latchkey/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const html = '<!doctype html><title>Latchkey</title><script type="module" src="/assets/app-1234.js"></script>';
const script = `console.log(${JSON.stringify(randomBytes(3_000).toString('hex'))})`;

let directory: string;
let server: TestServer;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'latchkey-dashboard-'));
  await mkdir(path.join(directory, 'assets', 'inner'), { recursive: true });
  await write('index.html', html);
  await write('private.txt', 'not of the dashboard');
  await write('assets/app-1234.js', script);
  await write('assets/app-1234.js.br', brotliCompressSync(script));
  await write('assets/app-1234.js.gz', gzipSync(script));
  await write('assets/plain-1234.css', 'body { margin: 0 }');
  await write('assets/font-1234.woff2', 'a font');
  await write('assets/.hidden', 'a dotfile');
  server = await startTestServer({ dashboardDirectory: directory });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

function write(name: string, content: string | Buffer): Promise<void> {
  return writeFile(path.join(directory, name), content);
}

interface Answer {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As `fetch`, but with the path as it is written, and the body as it is sent. */
function send(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: target, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });
}

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('the page of the dashboard', () => {
  it.each([
    '/',
    '/?a=1',
    '/claim',
    '/projects/3f/users?query=ada',
    '/sign-in/',
    '/apis',
    '/assets-of-mine',
    '/%2e%2e/x',
  ])('is at %s', async (target) => {
    const { status, headers, body } = await send(target, browser);
    expect([status, body.toString()]).toEqual([200, html]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('is at / for whatever a program accepts, and nowhere else for those that accept no page', async () => {
    expect((await send('/')).body.toString()).toBe(html);
    for (const accept of ['*/*', 'application/json']) {
      expect((await send('/', { accept })).status).toBe(200);
      const { status, headers, body } = await send('/projects', { accept });
      expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
      expect(body.toString()).toMatch(/nothing at this address/);
    }
  });

  it.each([
    '/api',
    '/api/',
    '/api/v1/nothing',
    '/api/v2/users',
    '/docs/nothing',
    '/health/x',
    '/openapi.json/x',
    '/assets',
    '/assets/',
    '/assets/nothing.js',
  ])('is not what a browser gets at %s, but a 404', async (target) => {
    const { status, headers } = await send(target, browser);
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
  });

  it('takes the place of nothing that was there', async () => {
    expect(JSON.parse((await send('/health', browser)).body.toString())).toEqual({ status: 'ok' });
    expect((await send('/docs', browser)).body.toString()).toContain('swagger');
    expect((await send('/openapi.json', browser)).headers['content-type']).toContain('application/json');
    expect((await send('/api/v1/latchkey/claim', browser)).status).toBe(405);
    expect((await send('/api/v1/users', browser)).headers['content-type']).toContain('application/json');
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const target of ['/', '/claim', '/assets/app-1234.js']) {
        expect((await send(target, browser, method)).status, `${method} ${target}`).toBe(404);
      }
    }
  });

  it('is asked for again each time, and sent only when its content has changed', async () => {
    const { headers } = await send('/', browser);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['last-modified']).toBeUndefined();
    const etag = String(headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await send('/projects', { ...browser, 'if-none-match': known });
      expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, etag]);
      expect(answer.headers['content-security-policy']).toBe(headers['content-security-policy']);
    }
    for (const other of ['"other"', 'W/"other"', etag.slice(1, -1)]) {
      expect((await send('/', { ...browser, 'if-none-match': other })).status).toBe(200);
    }
    await write('index.html', html.replace('1234', '5678'));
    await utimes(path.join(directory, 'index.html'), 0, 0);
    const changed = await send('/', { ...browser, 'if-none-match': etag });
    expect([changed.status, changed.body.toString()]).toEqual([200, html.replace('1234', '5678')]);
    await write('index.html', html);
  });

  it('answers HEAD as GET, without a body', async () => {
    for (const target of ['/', '/projects']) {
      const { status, headers, body } = await send(target, browser, 'HEAD');
      expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(html.length)]);
    }
    expect((await send('/projects', {}, 'HEAD')).status).toBe(404);
  });

  it('missing, is a sentence that says what to do, and the API works', async () => {
    const bare = await startTestServer({ dashboardDirectory: path.join(directory, 'nowhere') });
    const page = await fetch(bare.url, { headers: browser });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(await page.text()).toMatch(/npm run build/);
    expect((await fetch(`${bare.url}/assets/app-1234.js`)).status).toBe(404);
    expect((await fetch(`${bare.url}/health`)).status).toBe(200);
    await bare.close();
  });
});

describe('the headers of the dashboard', () => {
  it('let its own files run and nothing else, and nobody frame it', async () => {
    for (const target of ['/', '/projects', '/assets/app-1234.js', '/assets/plain-1234.css']) {
      const { headers } = await send(target, browser);
      expect(headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toMatch(/camera=\(\)/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(String(headers['content-security-policy']).split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types mail',
      ]);
    }
  });
});

describe('the files of the dashboard', () => {
  it('are kept for a year, since their names change with their content', async () => {
    const { status, headers, body } = await send('/assets/app-1234.js');
    expect([status, body.toString()]).toEqual([200, script]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript; charset=utf-8$/);
    expect((await send('/assets/font-1234.woff2')).headers['content-type']).toBe('font/woff2');
  });

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['identity', undefined],
    ['zstd', undefined],
  ])('come compressed as the browser likes: %s', async (accepted, encoding) => {
    const { status, headers, body } = await send('/assets/app-1234.js', { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'accept-encoding']);
    expect(headers['content-type']).toMatch(/javascript/);
    const sent = { br: brotliCompressSync(script), gzip: gzipSync(script), none: Buffer.from(script) };
    expect(body.equals(sent[(encoding ?? 'none') as keyof typeof sent])).toBe(true);
  });

  it('come as they are when the build compressed none', async () => {
    const { headers, body } = await send('/assets/plain-1234.css', { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'body { margin: 0 }']);
  });

  it('answer HEAD, conditional requests and ranges', async () => {
    const whole = await send('/assets/app-1234.js', {}, 'HEAD');
    expect([whole.status, whole.body.length, whole.headers['content-length']]).toEqual([200, 0, String(script.length)]);
    const known = await send('/assets/app-1234.js', { 'if-none-match': String(whole.headers.etag) });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const part = await send('/assets/app-1234.js', { range: 'bytes=0-10' });
    expect([part.status, part.body.toString()]).toEqual([206, script.slice(0, 11)]);
    expect((await send('/assets/app-1234.js', { range: 'bytes=999999-' })).status).toBe(416);
  });

  it.each([
    '/assets/../private.txt',
    '/assets/..%2fprivate.txt',
    '/assets/%2e%2e/private.txt',
    '/assets/%2e%2e%2fprivate.txt',
    '/assets/..%5cprivate.txt',
    '/assets/inner/../../private.txt',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/app-1234.js%00.css',
    '/assets/%252e%252e/private.txt',
    '/assets/.hidden',
    '/assets/%2ehidden',
    '/assets/inner',
    '/assets/inner/',
    '/assets/%',
    '/assets/%c0%ae%c0%ae/private.txt',
    `/assets/${'x'.repeat(5_000)}`,
    '/private.txt',
    '/index.html',
    '/assets/../index.html',
  ])('are all there is: %s is refused', async (target) => {
    for (const encoding of ['identity', 'br, gzip']) {
      const { status, headers, body } = await send(target, { 'accept-encoding': encoding });
      expect([400, 403, 404]).toContain(status);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(body.toString()).not.toMatch(/of the dashboard|dotfile|root:|ENO/);
    }
  });
});
