import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { redeemVerificationCode } from '../verification-codes/index.ts';
import { invitationKind } from './team-invitations.queries.ts';

/**
 * Uses an invitation up, in a transaction.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 */
export async function redeemTeamInvitation(
  deps: Deps,
  db: Db,
  { projectId, code }: { projectId: string; code: string },
): Promise<{ teamId: string; email: string }> {
  const { teamId, email } = await redeemVerificationCode(deps, db, { projectId, kind: invitationKind, code });
  if (teamId === null) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  return { teamId, email };
}
