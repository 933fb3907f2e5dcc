/** The port that names the socket's file; nothing listens on it. */
export const socketPort = 5432;

/** The file of PostgreSQL's socket, in the folder that clients are given as the host. */
export const socketName = `.s.PGSQL.${socketPort}`;

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const maxBytes = process.platform === 'darwin' ? 103 : 107;

/** Whether the kernel accepts `path` as the address of a unix socket. */
export function fitsSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= maxBytes;
}
