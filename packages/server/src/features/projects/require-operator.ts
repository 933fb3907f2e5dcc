import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import { internalProjectId } from './internal-project.ts';

/**
 * The id of the signed-in operator, who is a user of the project `internal`.
 *
 * @throws KnownError EXPECTED_INTERNAL_PROJECT, USER_AUTHENTICATION_REQUIRED, RESTRICTED_USER_NOT_ALLOWED
 */
export function requireOperator(caller: Caller): string {
  if (caller.project.id !== internalProjectId) throw new KnownError('EXPECTED_INTERNAL_PROJECT');
  const { userId, restrictedReason } = requireSession(caller);
  // The header that lets restricted users through is the caller's own word, and projects are not for them.
  if (restrictedReason !== null) {
    throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason: restrictedReason });
  }
  return userId;
}
