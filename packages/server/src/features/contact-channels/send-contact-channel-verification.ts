import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import { requireSession, resolveOwnUserId } from '../../http/require-user.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';
import { type ContactChannelRecord, lockUser, selectPrimaryChannel } from './contact-channels.queries.ts';
import { getContactChannel } from './get-contact-channel.ts';
import { normalizeEmail } from './normalize-email.ts';
import { sendVerificationMail } from './send-verification-mail.ts';

/** Nobody's mailbox is filled, whoever asks. */
const perAddress: ThrottleRule = { name: 'verification-mail-to', points: 5, durationSeconds: 60 * 60 };

/** Nor do users fill the mailboxes of many others by adding their addresses. */
const perUser: ThrottleRule = { name: 'verification-mail-by', points: 20, durationSeconds: 60 * 60 };

/**
 * Mails the link that verifies a channel.
 *
 * @throws KnownError EMAIL_ALREADY_VERIFIED, REDIRECT_URL_NOT_WHITELISTED
 * @throws PlainError 404, and 429 after too many mails
 */
export async function sendContactChannelVerification(
  deps: Deps,
  caller: Caller,
  { user_id, contact_channel_id }: { user_id: string; contact_channel_id: string },
  callbackUrl: string,
): Promise<void> {
  const reference = {
    projectId: caller.project.id,
    userId: resolveOwnUserId(caller, user_id),
    channelId: contact_channel_id,
  };
  await send(deps, caller, await getContactChannel(deps.db, reference), callbackUrl);
}

/**
 * As `sendContactChannelVerification`, for the primary address of the signed-in user.
 *
 * @throws KnownError EMAIL_IS_NOT_PRIMARY_EMAIL for any other address
 */
export async function sendPrimaryEmailVerification(
  deps: Deps,
  caller: Caller,
  { email, callback_url }: { email: string; callback_url: string },
): Promise<void> {
  const { userId } = requireSession(caller);
  const channel = await selectPrimaryChannel(deps.db, { projectId: caller.project.id, userId });
  if (channel?.value !== normalizeEmail(email)) {
    throw new KnownError('EMAIL_IS_NOT_PRIMARY_EMAIL', { email, primary_email: channel?.value ?? null });
  }
  await send(deps, caller, channel, callback_url);
}

async function send(deps: Deps, caller: Caller, channel: ContactChannelRecord, callbackUrl: string): Promise<void> {
  const { project } = caller;
  if (channel.is_verified) throw new KnownError('EMAIL_ALREADY_VERIFIED');
  if (!isServer(caller)) await throttle(deps.throttles, perUser, `${project.id}/${channel.user_id}`);
  await throttle(deps.throttles, perAddress, `${project.id}/${channel.value}`);
  const owner = { projectId: project.id, userId: channel.user_id };
  await inTransaction(deps.db, async (db) => {
    // The channel may be gone by now, or have another address; with the user held it stays as it is.
    await lockUser(db, owner);
    const present = await getContactChannel(db, { ...owner, channelId: channel.id });
    await sendVerificationMail(deps, db, { project, channel: present, callbackUrl });
  });
}
