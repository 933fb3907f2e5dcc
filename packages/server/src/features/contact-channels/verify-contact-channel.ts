import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { checkVerificationCode, redeemVerificationCode, type VerificationCode } from '../verification-codes/index.ts';
import { lockUser, markVerified } from './contact-channels.queries.ts';

const kind = 'email_verification';

/** Guessing a code is hopeless anyway; this bounds the work. */
const codesPerAddress: ThrottleRule = { name: 'verification-code-address', points: 50, durationSeconds: 10 * 60 };

export interface PresentedVerificationCode {
  code: string;
  /** The client's address. */
  ip: string;
}

/**
 * Verifies an address with the code that was mailed to it. Who presents the code does not matter: only the mailbox had it.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 * @throws PlainError 429 after too many codes
 */
export async function verifyContactChannel(
  deps: Deps,
  caller: Caller,
  presented: PresentedVerificationCode,
): Promise<void> {
  const { project } = caller;
  // Looked at first, so that the user is locked before the code, as in every other change of the user's channels.
  const { userId } = await checkContactChannelCode(deps, caller, presented);
  await inTransaction(deps.db, async (db) => {
    if (userId !== null) await lockUser(db, { projectId: project.id, userId });
    const reference = { projectId: project.id, kind, code: presented.code } as const;
    const { contactChannelId, email } = await redeemVerificationCode(deps, db, reference);
    // The channel may have another value by now, of which the code proves nothing.
    const isVerified =
      contactChannelId !== null &&
      (await markVerified(db, { projectId: project.id, channelId: contactChannelId, value: email }));
    if (!isVerified) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  });
}

/** Tells what a code stands for, without using it up; same errors as `verifyContactChannel`. */
export async function checkContactChannelCode(
  deps: Deps,
  caller: Caller,
  { code, ip }: PresentedVerificationCode,
): Promise<VerificationCode> {
  await throttleClient(deps, caller, codesPerAddress, ip);
  return checkVerificationCode(deps, deps.db, { projectId: caller.project.id, kind, code });
}
