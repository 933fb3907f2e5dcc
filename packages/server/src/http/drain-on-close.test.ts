import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { drainOnClose } from './drain-on-close.ts';

/** A server with one endpoint that answers when it is let, and what happens to it in the order it happens. */
async function startWithSlowEndpoint(options: { limitMillis: number }) {
  const app = fastify();
  drainOnClose(app, options);
  const events: string[] = [];
  let letAnswer = (): void => undefined;
  const mayAnswer = new Promise<void>((resolve) => (letAnswer = resolve));
  app.get('/slow', async () => {
    events.push('begun');
    await mayAnswer;
    events.push('done');
    return 'answer';
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, events, letAnswer, port: Number(new URL(url).port) };
}

async function request(port: number, events: string[]) {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
  while (events.length === 0) await pause(5);
  return socket;
}

function close(app: FastifyInstance, events: string[]): Promise<unknown> {
  return app.close().then(() => events.push('closed'));
}

describe('closing the server', () => {
  it('waits for a handler whose client has hung up', async () => {
    const { app, events, letAnswer, port } = await startWithSlowEndpoint({ limitMillis: 60_000 });
    const socket = await request(port, events);
    socket.destroy();
    const closing = close(app, events);
    // Time enough for a server that does not wait.
    await Promise.race([closing, pause(200)]);
    letAnswer();
    await closing;
    expect(events).toEqual(['begun', 'done', 'closed']);
  });

  it('lets a request that has begun have its answer', async () => {
    const { app, events, letAnswer, port } = await startWithSlowEndpoint({ limitMillis: 60_000 });
    const socket = await request(port, events);
    const closing = close(app, events);
    await Promise.race([closing, pause(200)]);
    letAnswer();
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200/);
    await closing;
    expect(events).toEqual(['begun', 'done', 'closed']);
  });

  it('does not wait for good', async () => {
    const { app, events, port } = await startWithSlowEndpoint({ limitMillis: 50 });
    const socket = await request(port, events);
    socket.on('error', () => undefined);
    await close(app, events);
    expect(events).toEqual(['begun', 'closed']);
  });

  it('waits for nothing where nothing runs', async () => {
    const { app, events } = await startWithSlowEndpoint({ limitMillis: 60_000 });
    await close(app, events);
    expect(events).toEqual(['closed']);
  });
});
