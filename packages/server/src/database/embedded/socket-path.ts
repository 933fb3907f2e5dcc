// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const maxBytes = process.platform === 'darwin' ? 103 : 107;

/** Whether the kernel accepts `path` as the address of a unix socket. */
export function fitsSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= maxBytes;
}
