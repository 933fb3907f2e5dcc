import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import type { PresentedCode, VerificationCode } from './verification-code.ts';
import {
  attemptVerificationCode,
  type CodeReference,
  selectVerificationCodeState,
} from './verification-codes.queries.ts';

/** How often a code may be looked at: a page that checks before it redeems needs two, and mail scanners open links too. */
const maxAttempts = 20;

/**
 * Uses a code up: of any number of calls at the same time, one succeeds. In a transaction that fails, the code stays good.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND, _ALREADY_USED, _EXPIRED, _MAX_ATTEMPTS_REACHED
 */
export function redeemVerificationCode(deps: Deps, db: Db, presented: PresentedCode): Promise<VerificationCode> {
  return attempt(deps, db, presented, { usedAt: deps.clock.now() });
}

/** Tells what a code stands for without using it up; same errors as `redeemVerificationCode`. */
export function checkVerificationCode(deps: Deps, db: Db, presented: PresentedCode): Promise<VerificationCode> {
  return attempt(deps, db, presented, { usedAt: null });
}

async function attempt(
  { clock, secrets }: Deps,
  db: Db,
  { projectId, kind, code }: PresentedCode,
  { usedAt }: { usedAt: Date | null },
): Promise<VerificationCode> {
  const now = clock.now();
  const reference = { projectId, kind, hashes: secrets.possibleHashes('verification-code', code) };
  const found = await attemptVerificationCode(db, reference, { now, usedAt, maxAttempts });
  return found ?? refuse(db, reference, now);
}

async function refuse(db: Db, reference: CodeReference, now: Date): Promise<never> {
  const state = await selectVerificationCodeState(db, reference);
  if (state === undefined) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
  if (state.used_at !== null) throw new KnownError('VERIFICATION_CODE_ALREADY_USED');
  if (state.expires_at <= now) throw new KnownError('VERIFICATION_CODE_EXPIRED');
  throw new KnownError('VERIFICATION_CODE_MAX_ATTEMPTS_REACHED');
}
