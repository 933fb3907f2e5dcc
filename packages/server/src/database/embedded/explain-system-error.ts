import { StartError } from '../../platform/start-error.ts';

/** Turns what the operating system refused into the sentence for the operator; any other error stays what it is. */
export function explainSystemError(error: unknown, dataFolder: string): unknown {
  if (!isSystemError(error)) return error;
  const { code, message, syscall } = error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartError(`The disk of ${dataFolder} is full (${message}): free some space and start again.`);
  }
  if (['EPERM', 'EINVAL'].includes(code) && /^(?:chown|spawn)/.test(syscall)) {
    return new StartError(
      `Here root may not run PostgreSQL as another user (${message}): start Latchkey as a user other than root, or set DATABASE_URL.`,
    );
  }
  if (syscall === 'listen' && !['EACCES', 'EROFS'].includes(code)) {
    return new StartError(
      `The file system of ${dataFolder} takes no unix sockets (${message}), as that of a network or shared folder may: set LATCHKEY_DATA_DIR to a folder on a local disk.`,
    );
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ELOOP'].includes(code)) {
    return new StartError(
      `The database in ${dataFolder} cannot be used (${message}): start Latchkey as the user that made it, or correct the owner of the file.`,
    );
  }
  return error;
}

function isSystemError(error: unknown): error is Error & { code: string; syscall: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
