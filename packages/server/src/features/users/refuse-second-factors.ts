import type { UserUpdate } from '@latchkey/contract';
import { PlainError } from '../../http/errors.ts';

/**
 * Refuses what this version cannot keep its word on: a second factor that no sign-in asks for protects nobody, and ways
 * to sign in that do not exist let nobody in. Values that switch nothing on are fine, since clients send them.
 */
export function refuseSecondFactors({
  totp_secret_base64,
  otp_auth_enabled,
  passkey_auth_enabled,
}: Pick<UserUpdate, 'totp_secret_base64' | 'otp_auth_enabled' | 'passkey_auth_enabled'>): void {
  if (totp_secret_base64 == null && otp_auth_enabled !== true && passkey_auth_enabled !== true) return;
  throw new PlainError(
    400,
    'Second factors, one-time codes and passkeys are not available yet. Leave out totp_secret_base64, otp_auth_enabled and passkey_auth_enabled.',
  );
}
