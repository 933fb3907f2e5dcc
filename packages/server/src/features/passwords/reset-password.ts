import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller, Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import { endWaysIn, requireAcceptablePassword } from '../users/index.ts';
import { checkVerificationCode, redeemVerificationCode, type VerificationCode } from '../verification-codes/index.ts';
import { selectSignInChannel, setPasswordHash } from './passwords.queries.ts';
import { requirePasswordAuthentication } from './require-password-authentication.ts';
import { forgetFailedSignIns } from './sign-in-with-password.ts';
import { resetCodesPerAddress } from './throttle-rules.ts';

export interface PresentedResetCode {
  code: string;
  /** The client's address. */
  ip: string;
}

/** Sets a new password with the code that was mailed. All sessions of the user end, and so do their other codes. */
export async function resetPassword(
  deps: Deps,
  caller: Caller,
  { password, ...presented }: PresentedResetCode & { password: string },
): Promise<void> {
  requireAcceptablePassword(password);
  const { userId, email } = await checkPasswordResetCode(deps, caller, presented);
  const { project } = caller;
  const hash = await hashPassword(password);
  await inTransaction(deps.db, async (db) => {
    // The user's row first, as everywhere: work on one user comes one after the other, and nothing deadlocks.
    await setPasswordHash(db, { projectId: project.id, userId }, hash);
    const code = await redeemVerificationCode(deps, db, reference(project, presented));
    await requireOwnMailbox(db, project, code);
    await endWaysIn(db, { projectId: project.id, userId });
  });
  await forgetFailedSignIns(deps, project, email);
}

/**
 * Tells whose password a code sets, without using it up.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 */
export async function checkPasswordResetCode(
  deps: Deps,
  caller: Caller,
  presented: PresentedResetCode,
): Promise<{ userId: string; email: string }> {
  const { project } = caller;
  requirePasswordAuthentication(project);
  await throttleClient(deps, caller, resetCodesPerAddress, presented.ip);
  const code = await checkVerificationCode(deps, deps.db, reference(project, presented));
  return requireOwnMailbox(deps.db, project, code);
}

/** A mailbox with which the user signs in no longer must not open the account. */
async function requireOwnMailbox(
  db: Db,
  project: Project,
  { userId, email }: VerificationCode,
): Promise<{ userId: string; email: string }> {
  const channel = await selectSignInChannel(db, { projectId: project.id, email });
  if (userId === null || channel?.userId !== userId) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  return { userId, email };
}

function reference({ id }: Project, { code }: PresentedResetCode) {
  return { projectId: id, kind: 'password_reset', code } as const;
}
