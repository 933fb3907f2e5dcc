import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';

/** What `localhost` means on this machine: one address of each family that it has. */
export const loopbackAddresses = ['127.0.0.1', '::1'].filter((wanted) =>
  Object.values(networkInterfaces()).some((entries) => entries?.some(({ address }) => address === wanted)),
);

/** A port that nothing listens on, below those that the system gives to outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const tries = await Promise.allSettled(loopbackAddresses.map((host) => listenOn(port, host)));
    const listeners = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(listeners.map(closeListener));
    if (listeners.length === loopbackAddresses.length) return port;
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
