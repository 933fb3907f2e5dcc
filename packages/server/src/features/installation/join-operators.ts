import { inTransaction } from '../../database/transaction.ts';
import { networkOf } from '../../http/network-of.ts';
import { PlainError } from '../../http/errors.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { normalizeEmail } from '../contact-channels/index.ts';
import { internalProjectId, loadProject } from '../projects/index.ts';
import { joinTeam, redeemTeamInvitation } from '../team-invitations/index.ts';
import { createUser, requireAcceptablePassword } from '../users/index.ts';
import type { NewOperator } from './claim-installation.ts';

/** As for the claim: guessing is hopeless, this bounds the work. */
const joinsPerAddress: ThrottleRule = { name: 'join-operators-address', points: 20, durationSeconds: 600 };

/** How somebody presents an invitation. */
export interface Joining {
  code: string;
  password: string;
  /** Needed for an invitation by link, which names no address. */
  email?: string | undefined;
}

/**
 * Makes whoever was invited to a team of `internal` an operator and a member of the team: sign-up is closed there. An
 * address that the invitation went to counts as verified, since nothing but the code shows that somebody has read that
 * mail; one that is named with a link does not.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED; PASSWORD_TOO_SHORT,
 *   PASSWORD_TOO_LONG, USER_EMAIL_ALREADY_EXISTS, which leave the code as it is
 * @throws PlainError 400 without an address for a link, or with another one than was invited; 429 after too many attempts
 */
export async function joinOperators(
  deps: Deps,
  { code, password, ...joining }: Joining,
  { ip }: { ip: string },
): Promise<NewOperator> {
  await throttle(deps.throttles, joinsPerAddress, networkOf(ip));
  requireAcceptablePassword(password);
  const password_hash = await hashPassword(password);

  return inTransaction(deps.db, async (db) => {
    const { teamId, email: invited } = await redeemTeamInvitation(deps, db, { projectId: internalProjectId, code });
    const email = chooseEmail({ invited, named: joining.email });
    const project = await loadProject(db, internalProjectId);
    const userId = await createUser(deps, db, project, {
      primary_email: email,
      primary_email_verified: invited !== null,
      primary_email_auth_enabled: true,
      password_hash,
    });
    await joinTeam(deps, db, { projectId: internalProjectId, teamId, userId, email: invited });
    return { project, userId };
  });
}

function chooseEmail({ invited, named }: { invited: string | null; named: string | undefined }): string {
  if (invited === null) {
    if (named !== undefined) return named;
    throw new PlainError(400, 'This invitation is for whoever has its link. Send the email to sign in with, too.');
  }
  if (named === undefined || normalizeEmail(named) === invited) return invited;
  throw new PlainError(
    400,
    'This invitation is for another e-mail address. Leave the email out to join under that one.',
  );
}
