import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller, Project } from '../../http/caller.ts';
import { throttle } from '../../http/throttle.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import { normalizeEmail } from '../contact-channels/index.ts';
import { renderMail } from '../mails/index.ts';
import { requireTrustedUrl } from '../projects/index.ts';
import { issueVerificationCode } from '../verification-codes/index.ts';
import { selectSignInChannel } from './passwords.queries.ts';
import { requirePasswordAuthentication } from './require-password-authentication.ts';
import { resetMailsPerAccount, resetMailsPerAddress } from './throttle-rules.ts';

export interface ResetRequest {
  email: string;
  /** Where the link leads: the page of the application that asks for the new password. */
  callbackUrl: string;
  /** The client's address. */
  ip: string;
}

const lifetimeSeconds = 60 * 60;

/**
 * Mails the link for a new password. Whether anybody signs in with the address shows neither in the answer nor, beyond
 * the writing of the mail itself, in the time: for an unknown address a code is stored too, which nobody ever learns.
 */
export async function sendPasswordResetCode(deps: Deps, caller: Caller, request: ResetRequest): Promise<void> {
  const { project } = caller;
  const email = normalizeEmail(request.email);
  requirePasswordAuthentication(project);
  requireTrustedUrl(project, request.callbackUrl);
  await throttleClient(deps, caller, resetMailsPerAddress, request.ip);
  await throttle(deps.throttles, resetMailsPerAccount, `${project.id}/${email}`);

  try {
    await inTransaction(deps.db, (db) => issueAndMail(deps, db, { project, email, callbackUrl: request.callbackUrl }));
  } catch (error) {
    // The user, or the address, was deleted in the meantime: then there is nobody to mail to.
    if (violatedConstraint(error) === null) throw error;
  }
}

async function issueAndMail(
  deps: Deps,
  db: Db,
  { project, email, callbackUrl }: { project: Project; email: string; callbackUrl: string },
): Promise<void> {
  const channel = await selectSignInChannel(db, { projectId: project.id, email });
  const { code } = await issueVerificationCode(deps, db, {
    projectId: project.id,
    kind: 'password_reset',
    email,
    userId: channel?.userId,
    contactChannelId: channel?.channelId,
    lifetimeSeconds,
  });
  if (channel === undefined) return;
  const url = new URL(callbackUrl);
  url.searchParams.set('code', code);
  const title = `A new password for ${project.displayName}`;
  await deps.mailer.send(db, {
    projectId: project.id,
    to: email,
    subject: title,
    ...renderMail({
      title,
      paragraphs: [
        `Somebody, probably you, asked for a new password for ${email} at ${project.displayName}. Open the link to choose one.`,
        'The link works once, within an hour. If it was not you, there is nothing to do: your password stays as it is.',
      ],
      action: { label: 'Choose a new password', url: url.href },
    }),
  });
}
