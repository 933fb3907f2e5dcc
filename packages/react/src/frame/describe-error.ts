import { isKnownError, RefusedError, SessionChangedError, UnreachableError } from '@latchkey/js';
import type { Translator } from '../words/create-translator.ts';

/** What to tell a person of something that went wrong and has no words of its own in the form at hand. */
export function describeError({ text }: Translator, error: unknown): string {
  if (error instanceof UnreachableError) return text('error.unreachable');
  if (error instanceof SessionChangedError) return text('error.signed_out');
  if (isKnownError(error, 'PASSWORD_TOO_SHORT')) return text('form.too_short', { count: error.details.min_length });
  if (isKnownError(error, 'PASSWORD_TOO_LONG')) return text('form.too_long', { count: error.details.maxLength });
  if (isKnownError(error) && isOwnWord(error.code)) return text(ownWords[error.code]);
  if (error instanceof RefusedError && error.status === 429) return text('error.busy');
  if ((error instanceof RefusedError && error.status < 500) || isKnownError(error)) {
    return text('error.refused', { message: error.message });
  }
  return text('error.unexpected');
}

/** The codes that a person can do something about; the others are the application's to avoid. */
const ownWords = {
  USER_AUTHENTICATION_REQUIRED: 'error.signed_out',
  EMAIL_PASSWORD_MISMATCH: 'error.email_password_mismatch',
  USER_EMAIL_ALREADY_EXISTS: 'error.email_taken',
  CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE: 'error.email_taken',
  EMAIL_ALREADY_VERIFIED: 'error.email_verified',
  PASSWORD_CONFIRMATION_MISMATCH: 'error.old_password_wrong',
  RESTRICTED_USER_NOT_ALLOWED: 'error.restricted',
  SIGN_UP_NOT_ENABLED: 'error.sign_up_off',
  REDIRECT_URL_NOT_WHITELISTED: 'error.untrusted_site',
  TEAM_PERMISSION_REQUIRED: 'error.forbidden',
  TEAM_INVITATION_EMAIL_MISMATCH: 'error.invitation_of_other',
  TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED: 'error.invitation_restricted',
} as const;

function isOwnWord(code: string): code is keyof typeof ownWords {
  return Object.hasOwn(ownWords, code);
}
