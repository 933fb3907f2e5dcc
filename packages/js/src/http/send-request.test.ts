import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendRequest } from './send-request.ts';

/** Answers a request, or cuts it off; one after the other, the last one from then on. */
type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

let behaviours: Behaviour[];
let requests: number;
let url: string;
let close: () => Promise<unknown>;

beforeEach(async () => {
  requests = 0;
  const server = createServer((request, response) => {
    const behaviour = behaviours[Math.min(requests, behaviours.length - 1)];
    requests += 1;
    behaviour?.(response, request);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

const cutOff: Behaviour = (response) => response.destroy();
const cutOffInTheMiddle: Behaviour = (response) => {
  response.writeHead(200, { 'content-length': '100' });
  response.write('{');
  setTimeout(() => response.destroy(), 10);
};
const ok: Behaviour = (response) => response.end('{"ok":true}');
const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end(body);

const get = () => sendRequest({ method: 'GET', url, headers: {} });
const post = () => sendRequest({ method: 'POST', url, headers: {}, body: {} });

describe('a request', () => {
  it('is repeated when no answer came, if that does no harm', async () => {
    behaviours = [cutOff, cutOffInTheMiddle, ok];
    expect(await get()).toEqual({ ok: true });
    requests = 0;
    await expect(post()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(requests).toBe(1);
    requests = 0;
    expect(await sendRequest({ method: 'POST', url, headers: {}, body: {}, isRepeatable: true })).toEqual({ ok: true });
  });

  it('is given up after three attempts', async () => {
    behaviours = [cutOff];
    await expect(get()).rejects.toMatchObject({ code: 'UNREACHABLE', message: expect.stringContaining('127.0.0.1') });
    expect(requests).toBe(3);
  });

  it('waits as long as the server says, if that is short', async () => {
    behaviours = [answer(429, { 'retry-after': '0' }), answer(503, { 'retry-after': '0' }), ok];
    expect(await post()).toEqual({ ok: true });
    behaviours = [answer(429, { 'retry-after': '3600' }, 'Too many')];
    await expect(post()).rejects.toMatchObject({
      code: 'REFUSED',
      status: 429,
      retryAfterSeconds: 3600,
      message: 'Too many',
    });
    behaviours = [answer(503)];
    await expect(get()).rejects.toMatchObject({ code: 'REFUSED', status: 503, retryAfterSeconds: null });
  });

  it('is answered by nothing but Latchkey', async () => {
    behaviours = [answer(200, { 'content-type': 'text/html' }, '<html>')];
    await expect(get()).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('not Latchkey') });
    behaviours = [answer(400, { 'x-stack-known-error': 'TEAM_NOT_FOUND' }, '<html>')];
    await expect(get()).rejects.toMatchObject({ code: 'REFUSED', status: 400 });
  });

  it('follows nobody elsewhere, where its keys would go along', async () => {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    for (const status of [301, 302, 307, 308]) {
      behaviours = [answer(status, { location })];
      await expect(get()).rejects.toMatchObject({ code: 'REFUSED', message: expect.stringContaining('elsewhere') });
    }
    await new Promise((resolve) => elsewhere.close(resolve));
    expect(visits).toBe(0);
  });

  it('tells no secret that its header cannot hold, and what cannot be sent is not called unreachable', async () => {
    const withKey = (key: string) => sendRequest({ method: 'GET', url, headers: { 'x-stack-secret-server-key': key } });
    for (const key of ['ssk_one\nssk_two', 'ssk_…', 'ssk_\u0000']) {
      const error: unknown = await withKey(key).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'USAGE_ERROR',
        message: expect.stringContaining('x-stack-secret-server-key'),
      });
      expect(inspect(error)).not.toContain('ssk_');
    }
    await expect(sendRequest({ method: 'POST', url, headers: {}, body: { count: 5n } })).rejects.toThrow(TypeError);
    expect(requests).toBe(0);
    // What a file of secrets ends with.
    behaviours = [ok];
    expect(await withKey('ssk_one\n')).toEqual({ ok: true });
  });

  it('is refused with a code, and the facts behind it', async () => {
    const body = JSON.stringify({ code: 'TEAM_NOT_FOUND', error: 'No team.', details: { team_id: '7' } });
    behaviours = [answer(404, { 'x-stack-known-error': 'TEAM_NOT_FOUND' }, body)];
    await expect(get()).rejects.toMatchObject({
      code: 'TEAM_NOT_FOUND',
      status: 404,
      message: 'No team.',
      details: { team_id: '7' },
    });
  });
});
