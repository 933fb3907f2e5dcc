import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller, Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import { selectPrimaryChannel, sendVerificationMail } from '../contact-channels/index.ts';
import { internalProjectId, requireTrustedUrl } from '../projects/index.ts';
import { startSession } from '../sessions/index.ts';
import { createUser, requireAcceptablePassword } from '../users/index.ts';
import { requirePasswordAuthentication } from './require-password-authentication.ts';
import type { SignedIn } from './sign-in-with-password.ts';
import { signUpsPerAddress } from './throttle-rules.ts';

export interface SignUp {
  email: string;
  password: string;
  /** Where the verification link leads; without one no mail is sent. */
  callbackUrl: string | undefined;
  /** The client's address. */
  ip: string;
}

/**
 * Creates a user with a password and signs them in; the order of the checks is that of wire.md section 11. Of two
 * sign-ups with one address at the same time, the database admits one.
 */
export async function signUpWithPassword(deps: Deps, caller: Caller, signUp: SignUp): Promise<SignedIn> {
  const { project } = caller;
  const { email, password, callbackUrl, ip } = signUp;
  requirePasswordAuthentication(project);
  if (callbackUrl !== undefined) requireTrustedUrl(project, callbackUrl);
  requireSignUpEnabled(deps, project);
  requireAcceptablePassword(password);
  await throttleClient(deps, caller, signUpsPerAddress, ip);

  const password_hash = await hashPassword(password);
  return inTransaction(deps.db, async (db) => {
    const user = { primary_email: email, primary_email_auth_enabled: true, password_hash };
    const userId = await createUser(deps, db, project, user);
    if (callbackUrl !== undefined) await mailVerificationLink(deps, db, { project, userId, callbackUrl });
    return { ...(await startSession(deps, db, { project, userId })), userId };
  });
}

/** Whoever signs up in `internal` becomes an operator, so there the operator of the host has the last word. */
function requireSignUpEnabled({ operatorSignUpOpen }: Deps, { id, settings }: Project): void {
  const isOpen = settings.sign_up_enabled && (id !== internalProjectId || operatorSignUpOpen);
  if (!isOpen) throw new KnownError('SIGN_UP_NOT_ENABLED');
}

async function mailVerificationLink(
  deps: Deps,
  db: Db,
  { project, userId, callbackUrl }: { project: Project; userId: string; callbackUrl: string },
): Promise<void> {
  const channel = await selectPrimaryChannel(db, { projectId: project.id, userId });
  if (channel !== undefined) await sendVerificationMail(deps, db, { project, channel, callbackUrl });
}
