import { isKnownError } from '@latchkey/js';

/** The name of the field that a refusal is about, as all forms here name theirs; undefined: it is about none. */
export function fieldOf(error: unknown): string | undefined {
  if (isKnownError(error, 'USER_EMAIL_ALREADY_EXISTS', 'CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE')) {
    return 'email';
  }
  if (isKnownError(error, 'EMAIL_PASSWORD_MISMATCH', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG')) return 'password';
  if (isKnownError(error, 'PASSWORD_CONFIRMATION_MISMATCH')) return 'oldPassword';
  return undefined;
}
