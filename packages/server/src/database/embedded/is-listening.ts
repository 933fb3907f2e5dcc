import { connect } from 'node:net';

/**
 * Whether a process accepts connections on this unix socket.
 *
 * The kernel answers, so a killed process never seems alive, whatever has its id now, and one in another container that
 * shares the folder is seen, where its id means nothing.
 */
export function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    // Any other error, such as a full queue, comes from somebody who is there.
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(error.code ?? ''));
    });
  });
}
