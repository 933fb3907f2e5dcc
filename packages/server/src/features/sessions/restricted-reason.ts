import type { ProjectSettings, RestrictedReason } from '@latchkey/contract';

/** What decides whether a user is restricted. */
export interface RestrictableUser {
  isAnonymous: boolean;
  isRestrictedByAdmin: boolean;
  /** Whether the primary e-mail address is verified; false without one. */
  isEmailVerified: boolean;
}

/**
 * Why a user is restricted, or null. An administrator's word comes first: the other reasons are waived for whoever asks
 * with an allow header, this one never is at the key endpoints.
 */
export function restrictedReasonOf(
  user: RestrictableUser,
  settings: Pick<ProjectSettings, 'require_email_verification'>,
): RestrictedReason | null {
  if (user.isRestrictedByAdmin) return { type: 'restricted_by_administrator' };
  if (user.isAnonymous) return { type: 'anonymous' };
  if (settings.require_email_verification && !user.isEmailVerified) return { type: 'email_not_verified' };
  return null;
}
