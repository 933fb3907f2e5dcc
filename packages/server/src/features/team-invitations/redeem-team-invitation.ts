import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { redeemVerificationCode } from '../verification-codes/index.ts';
import { holdInviters, refuseAbandonedInvitation } from './refuse-abandoned-invitation.ts';
import { invitationKind } from './team-invitations.queries.ts';

/** What an invitation is good for. */
export interface RedeemedInvitation {
  teamId: string;
  /** The address that it was mailed to; null for one by a link, which is for whoever has it. */
  email: string | null;
}

/**
 * Uses an invitation up, in a transaction.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 */
export async function redeemTeamInvitation(
  deps: Deps,
  db: Db,
  { projectId, code }: { projectId: string; code: string },
): Promise<RedeemedInvitation> {
  await holdInviters(db, projectId);
  const invitation = await redeemVerificationCode(deps, db, { projectId, kind: invitationKind, code });
  const { teamId, email, userId: inviterId } = invitation;
  if (teamId === null) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  await refuseAbandonedInvitation(db, { projectId, teamId, inviterId });
  return { teamId, email: email === '' ? null : email };
}
