import { hashPassword } from '../../platform/password-hash.ts';
import { requireAcceptablePassword } from './require-acceptable-password.ts';

/**
 * The hash to store for a password or an imported hash (the schema has seen that it is one of bcrypt); null takes the
 * password away, undefined leaves it.
 *
 * @throws KnownError PASSWORD_TOO_SHORT
 */
export async function newPasswordHash(fields: {
  password?: string | null | undefined;
  password_hash?: string | undefined;
}): Promise<string | null | undefined> {
  const { password, password_hash } = fields;
  if (typeof password !== 'string') return password === undefined ? password_hash : password;
  requireAcceptablePassword(password);
  return hashPassword(password);
}
