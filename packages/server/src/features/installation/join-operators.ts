import { inTransaction } from '../../database/transaction.ts';
import { networkOf } from '../../http/network-of.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { internalProjectId, loadProject } from '../projects/index.ts';
import { joinTeam, redeemTeamInvitation } from '../team-invitations/index.ts';
import { createUser, requireAcceptablePassword } from '../users/index.ts';
import type { NewOperator } from './claim-installation.ts';

/** As for the claim: guessing is hopeless, this bounds the work. */
const joinsPerAddress: ThrottleRule = { name: 'join-operators-address', points: 20, durationSeconds: 600 };

/**
 * Makes whoever was invited to a team of `internal` an operator and a member of the team, under the address that the
 * invitation went to: sign-up is closed there, and nothing but the code shows that somebody has read that mail.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED; PASSWORD_TOO_SHORT,
 *   PASSWORD_TOO_LONG, USER_EMAIL_ALREADY_EXISTS, which leave the code as it is
 */
export async function joinOperators(
  deps: Deps,
  { code, password }: { code: string; password: string },
  { ip }: { ip: string },
): Promise<NewOperator> {
  await throttle(deps.throttles, joinsPerAddress, networkOf(ip));
  requireAcceptablePassword(password);
  const password_hash = await hashPassword(password);

  return inTransaction(deps.db, async (db) => {
    const { teamId, email } = await redeemTeamInvitation(deps, db, { projectId: internalProjectId, code });
    const project = await loadProject(db, internalProjectId);
    const userId = await createUser(deps, db, project, {
      primary_email: email,
      primary_email_verified: true,
      primary_email_auth_enabled: true,
      password_hash,
    });
    await joinTeam(deps, db, { projectId: internalProjectId, teamId, userId, email });
    return { project, userId };
  });
}
