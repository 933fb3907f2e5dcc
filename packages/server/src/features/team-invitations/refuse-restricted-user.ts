import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';

/**
 * A restricted user joins no team by itself; the application's server decides for itself whom it lets join.
 *
 * @throws KnownError TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED
 */
export function refuseRestrictedUser({ session }: Caller): void {
  const restricted_reason = session?.restrictedReason ?? null;
  if (restricted_reason !== null) {
    throw new KnownError('TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED', { restricted_reason });
  }
}
