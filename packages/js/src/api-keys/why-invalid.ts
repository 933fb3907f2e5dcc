/** Why a key would be refused, as far as the key itself tells. */
export type ApiKeyInvalidReason = 'manually-revoked' | 'expired';

/** What a key says of its own end. */
export interface EndOfKey {
  readonly expiresAt: Date | undefined;
  readonly manuallyRevokedAt: Date | null;
}

/** Why a key would be refused by now; null: it would not. One that was revoked and has expired says that it was revoked. */
export function whyInvalid({ expiresAt, manuallyRevokedAt }: EndOfKey): ApiKeyInvalidReason | null {
  if (manuallyRevokedAt !== null) return 'manually-revoked';
  return expiresAt !== undefined && expiresAt.getTime() <= Date.now() ? 'expired' : null;
}
