import { maxPasswordLength, minPasswordLength } from '@latchkey/contract';
import { KnownError } from '../../http/errors.ts';

/**
 * Refuses a new password that is too short or too long, whoever sets it.
 *
 * @throws KnownError PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG
 */
export function requireAcceptablePassword(password: string): void {
  if (password.length < minPasswordLength)
    throw new KnownError('PASSWORD_TOO_SHORT', { min_length: minPasswordLength });
  if (password.length > maxPasswordLength) throw new KnownError('PASSWORD_TOO_LONG', { maxLength: maxPasswordLength });
}
