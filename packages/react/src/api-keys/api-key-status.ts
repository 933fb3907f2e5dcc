/** What of a key decides whether it works. */
export interface ApiKeyValidity {
  /** Undefined: it never expires. */
  expiresAt: Date | undefined;
  manuallyRevokedAt: Date | null;
}

/** `expiring` keys work too, for less than a week. */
export type ApiKeyStatus = 'active' | 'expiring' | 'expired' | 'revoked';

/** How long before its end a key is warned about. */
const expiryWarningMillis = 7 * 24 * 60 * 60 * 1000;

/** What a key is at a moment. One that was revoked and has expired is revoked, as the server has it. */
export function apiKeyStatus({ expiresAt, manuallyRevokedAt }: ApiKeyValidity, now: Date): ApiKeyStatus {
  if (manuallyRevokedAt !== null) return 'revoked';
  if (expiresAt === undefined) return 'active';
  const millisLeft = expiresAt.getTime() - now.getTime();
  if (millisLeft <= 0) return 'expired';
  return millisLeft <= expiryWarningMillis ? 'expiring' : 'active';
}

/** Whether a key works at a moment. */
export function isLive(key: ApiKeyValidity, now: Date): boolean {
  const status = apiKeyStatus(key, now);
  return status === 'active' || status === 'expiring';
}
