import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { StartError } from '../platform/start-error.ts';

/**
 * Serves on `host` until `app.close()`, which waits for the requests that have begun. `localhost` means both loopback
 * families: clients differ in which of the two they try first.
 *
 * @throws StartError when the port or the host cannot be had
 */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    if (host !== 'localhost') {
      await app.listen({ host, port });
      return;
    }
    const secondDoor = makeSecondDoor(app);
    await app.listen({ host: '127.0.0.1', port });
    await openDoor(secondDoor, { host: '::1', port });
  } catch (error) {
    throw explain(error, { host, port });
  }
}

/**
 * A second address of the one HTTP server. Fastify's own way with `localhost` takes no offence at a port that is in use
 * on one family, and does not wait for the requests of the second family when it closes.
 */
function makeSecondDoor(app: FastifyInstance): Server {
  const sockets = new Set<Socket>();
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    app.server.emit('connection', socket);
  });
  app.addHook('preClose', (done) => {
    door.close();
    done();
  });
  app.addHook('onClose', async () => {
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
  });
  return door;
}

/** Does nothing on a machine without IPv6. */
async function openDoor(door: Server, address: { host: string; port: number }): Promise<void> {
  try {
    door.listen(address);
    await once(door, 'listening');
  } catch (error) {
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error))) throw error;
  }
}

function explain(error: unknown, { host, port }: { host: string; port: number }): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use: stop the other program, or choose another port with PORT.`);
    case 'EACCES':
      return new StartError(`Port ${port} is not open to this user: choose a port above 1023 with PORT.`);
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `HOST is ${host}, which is no address of this machine: use localhost, or 0.0.0.0 for all addresses.`,
      );
    default:
      return error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
