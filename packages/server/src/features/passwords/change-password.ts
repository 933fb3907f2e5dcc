import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword, verifyPassword } from '../../platform/password-hash.ts';
import { endWaysIn, requireAcceptablePassword } from '../users/index.ts';
import { type PasswordOwner, replacePasswordHash, selectPasswordHash } from './passwords.queries.ts';
import { requirePasswordAuthentication } from './require-password-authentication.ts';
import { passwordChangesPerUser } from './throttle-rules.ts';

/** Changes the password of the signed-in user, who proves to know the present one. The other sessions end. */
export async function updatePassword(
  deps: Deps,
  caller: Caller,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
): Promise<void> {
  const owner = authorize(caller, newPassword);
  await throttle(deps.throttles, passwordChangesPerUser, `${owner.projectId}/${owner.userId}`);
  const from = await selectPasswordHash(deps.db, owner);
  if (from === null) throw new KnownError('USER_DOES_NOT_HAVE_PASSWORD');
  if (!(await verifyPassword(oldPassword, from))) throw new KnownError('PASSWORD_CONFIRMATION_MISMATCH');

  const to = await hashPassword(newPassword);
  const isReplaced = await replacePassword(deps, owner, { from, to });
  if (!isReplaced) throw new KnownError('PASSWORD_CONFIRMATION_MISMATCH');
}

/** Gives the signed-in user, who has no password, a first one. The other sessions end. */
export async function setPassword(deps: Deps, caller: Caller, { password }: { password: string }): Promise<void> {
  const owner = authorize(caller, password);
  const isReplaced =
    (await selectPasswordHash(deps.db, owner)) === null &&
    (await replacePassword(deps, owner, { from: null, to: await hashPassword(password) }));
  if (!isReplaced) throw new PlainError(400, 'This user already has a password. Change it with the present one.');
}

interface OwnPassword extends PasswordOwner {
  sessionId: string;
}

function authorize(caller: Caller, newPassword: string): OwnPassword {
  const { id: sessionId, userId } = requireSession(caller);
  requirePasswordAuthentication(caller.project);
  requireAcceptablePassword(newPassword);
  return { projectId: caller.project.id, userId, sessionId };
}

/** False when the password is another by now: of two changes at the same time one wins. */
function replacePassword(
  deps: Deps,
  owner: OwnPassword,
  change: { from: string | null; to: string },
): Promise<boolean> {
  return inTransaction(deps.db, async (db) => {
    const isReplaced = await replacePasswordHash(db, owner, change);
    if (isReplaced) await endWaysIn(db, owner, { exceptSessionId: owner.sessionId });
    return isReplaced;
  });
}
