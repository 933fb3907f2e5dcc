import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const sweepMillis = 50;

/**
 * Makes `app.close()` wait for what has begun, up to a limit: for the answers to clients, and for handlers whose clients
 * have hung up, since what they work with is closed next. Has to come before the routes.
 */
export function drainOnClose(app: FastifyInstance, { limitMillis }: { limitMillis: number }): void {
  const running = new Set<Promise<unknown>>();
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const result: unknown = handler.call(this, request, reply);
      if (result instanceof Promise) {
        const forget = () => running.delete(result);
        running.add(result);
        result.then(forget, forget);
      }
      return result;
    };
  });

  let limit: Promise<void> = Promise.resolve();
  app.addHook('preClose', (done) => {
    closeConnectionsWhenIdle(app.server);
    limit = pause(limitMillis, undefined, { ref: false }).then(() => app.server.closeAllConnections());
    done();
  });
  app.addHook('onClose', async () => {
    await Promise.race([Promise.allSettled(running), limit]);
  });
}

/** Node keeps a connection open for the client's next request, even after the last answer of a server that is closing. */
function closeConnectionsWhenIdle(server: Server): void {
  if (!server.listening) return;
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMillis).unref();
  server.once('close', () => clearInterval(sweep));
}
