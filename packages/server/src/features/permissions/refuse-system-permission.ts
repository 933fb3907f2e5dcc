import { PlainError } from '../../http/errors.ts';

/** The server itself asks for the permissions of the system, so they stay what they are. */
export function refuseSystemPermission(id: string): void {
  if (!id.startsWith('$')) return;
  throw new PlainError(
    400,
    'Permissions of the system, which begin with "$", cannot be changed. Define one that contains it.',
  );
}
