import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { checkVerificationCode, redeemVerificationCode } from '../verification-codes/index.ts';
import { lockUser, markVerified } from './contact-channels.queries.ts';

const kind = 'email_verification';

/**
 * Verifies an address with the code that was mailed to it. Who presents the code does not matter: only the mailbox had it.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 */
export async function verifyContactChannel(deps: Deps, { project }: Caller, code: string): Promise<void> {
  const presented = { projectId: project.id, kind, code } as const;
  // Looked at first, so that the user is locked before the code, as in every other change of the user's channels.
  const { userId } = await checkVerificationCode(deps, deps.db, presented);
  await inTransaction(deps.db, async (db) => {
    if (userId !== null) await lockUser(db, { projectId: project.id, userId });
    const { contactChannelId, email } = await redeemVerificationCode(deps, db, presented);
    // The channel may have another value by now, of which the code proves nothing.
    const isVerified =
      contactChannelId !== null &&
      (await markVerified(db, { projectId: project.id, channelId: contactChannelId, value: email }));
    if (!isVerified) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  });
}

/** Tells whether a code is good, without using it up; same errors as `verifyContactChannel`. */
export async function checkContactChannelCode(deps: Deps, { project }: Caller, code: string): Promise<void> {
  await checkVerificationCode(deps, deps.db, { projectId: project.id, kind, code });
}
