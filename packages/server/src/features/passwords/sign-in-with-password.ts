import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller, Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { throttle } from '../../http/throttle.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import { hashPassword, isBcryptHash, verifyPassword } from '../../platform/password-hash.ts';
import { normalizeEmail } from '../contact-channels/index.ts';
import { type StartedSession, startSession } from '../sessions/index.ts';
import {
  type Credential,
  replacePasswordHash,
  selectCredentialByEmail,
  selectCredentialForShare,
} from './passwords.queries.ts';
import { requirePasswordAuthentication } from './require-password-authentication.ts';
import { signInsPerAccount, signInsPerAddress } from './throttle-rules.ts';

export interface SignIn {
  email: string;
  password: string;
  /** The client's address. */
  ip: string;
}

export interface SignedIn extends StartedSession {
  userId: string;
}

/**
 * Signs a user in. An unknown address takes the same steps, and so the same time, as a wrong password.
 *
 * @throws KnownError EMAIL_PASSWORD_MISMATCH; RESTRICTED_USER_NOT_ALLOWED for a user whom an administrator restricts
 */
export async function signInWithPassword(
  deps: Deps,
  caller: Caller,
  { email, password, ip }: SignIn,
): Promise<SignedIn> {
  const { project } = caller;
  requirePasswordAuthentication(project);
  await throttleClient(deps, caller, signInsPerAddress, ip);
  await throttle(deps.throttles, signInsPerAccount, accountOf(project, email));

  const credential = await selectCredentialByEmail(deps.db, { projectId: project.id, email: normalizeEmail(email) });
  const isRight = await verifyPassword(password, credential?.passwordHash ?? null);
  if (credential === undefined || !isRight) throw new KnownError('EMAIL_PASSWORD_MISMATCH');

  const session = await inTransaction(deps.db, (db) => admit(deps, db, project, { credential, password }));
  await forgetFailedSignIns(deps, project, email);
  await strengthenImportedHash(deps, credential, password);
  return { ...session, userId: credential.userId };
}

/**
 * Starts the session of a right password, if it still is the password: a change or a restriction that came while it was
 * being verified ends all sessions, and this one must not slip in after it.
 */
async function admit(
  deps: Deps,
  db: Db,
  project: Project,
  { credential, password }: { credential: Credential; password: string },
): Promise<StartedSession> {
  const present = await selectCredentialForShare(db, credential);
  const isStillRight =
    present !== undefined &&
    (present.passwordHash === credential.passwordHash || (await verifyPassword(password, present.passwordHash)));
  if (!isStillRight) throw new KnownError('EMAIL_PASSWORD_MISMATCH');
  if (present.isRestrictedByAdmin) {
    throw new KnownError('RESTRICTED_USER_NOT_ALLOWED', { restricted_reason: { type: 'restricted_by_administrator' } });
  }
  return startSession(deps, db, { project, userId: credential.userId });
}

/** An imported bcrypt hash takes another time to verify than ours, and may be weak; the first sign-in replaces it. */
async function strengthenImportedHash({ db }: Deps, credential: Credential, password: string): Promise<void> {
  const { passwordHash } = credential;
  if (passwordHash === null || !isBcryptHash(passwordHash)) return;
  await replacePasswordHash(db, credential, { from: passwordHash, to: await hashPassword(password) });
}

/** Sets the account's count back, after a proof that it is the user. */
export async function forgetFailedSignIns({ throttles }: Deps, project: Project, email: string): Promise<void> {
  await throttles.clear(signInsPerAccount, accountOf(project, email));
}

function accountOf({ id }: Project, email: string): string {
  return `${id}/${normalizeEmail(email)}`;
}
