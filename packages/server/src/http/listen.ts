import type { FastifyInstance } from 'fastify';
import { StartError } from '../platform/start-error.ts';

/** @throws StartError when the port or the host cannot be had */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    switch (error instanceof Error && 'code' in error ? error.code : undefined) {
      case 'EADDRINUSE':
        throw new StartError(`Port ${port} is in use: stop the other program, or choose another port with PORT.`);
      case 'EACCES':
        throw new StartError(`Port ${port} is not open to this user: choose a port above 1023 with PORT.`);
      case 'EADDRNOTAVAIL':
      case 'ENOTFOUND':
        throw new StartError(
          `HOST is ${host}, which is no address of this machine: use localhost, or 0.0.0.0 for all addresses.`,
        );
      default:
        throw error;
    }
  }
}
