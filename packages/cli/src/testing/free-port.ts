import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** A port that nothing listens on, below those that the system gives to outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = await listenOn(port, '127.0.0.1').catch(() => undefined);
    if (server === undefined) continue;
    await closeListener(server);
    return port;
  }
}

export async function listenOn(port: number, host: string): Promise<Server> {
  const server = createServer().listen({ port, host });
  await once(server, 'listening');
  return server;
}

export async function closeListener(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
