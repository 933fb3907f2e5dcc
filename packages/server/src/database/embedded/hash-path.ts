import { createHash } from 'node:crypto';

/** A name for `path` of 16 hexadecimal characters: short enough for a socket path, and the same at each start. */
export function hashPath(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
