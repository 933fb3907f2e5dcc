import { connect, type NetConnectOpts } from 'node:net';

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const maxBytes = process.platform === 'darwin' ? 103 : 107;

/** Whether the kernel accepts `path` as the address of a unix socket. */
export function fitsSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= maxBytes;
}

/**
 * Whether a process accepts connections at this address.
 *
 * The kernel answers, so a killed process never seems alive, whatever has its id now, and one in another container that
 * shares the folder is seen, where its id means nothing.
 */
export function isListening(address: NetConnectOpts): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
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
