import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  clearPrimaryChannel,
  type ContactChannelRecord,
  lockUser,
  updateContactChannelRow,
} from './contact-channels.queries.ts';
import { getContactChannel } from './get-contact-channel.ts';
import { normalizeEmail } from './normalize-email.ts';
import { refuseTakenAddress } from './refuse-taken-address.ts';
import { throttleNamedEmail } from './throttle-named-email.ts';

export interface ContactChannelChange {
  value?: string | undefined;
  used_for_auth?: boolean | undefined;
  is_primary?: boolean | undefined;
  /** For the application's server to say; the schema of clients does not have it. */
  is_verified?: boolean | undefined;
  /** The client's address. */
  ip: string;
}

/**
 * Changes a channel. A new value has yet to be verified, unless the application's server vouches for it in the same call.
 *
 * @throws KnownError CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE
 * @throws PlainError 429 after too many addresses
 */
export async function updateContactChannel(
  deps: Deps,
  caller: Caller,
  { user_id, contact_channel_id }: { user_id: string; contact_channel_id: string },
  change: ContactChannelChange,
): Promise<ContactChannelRecord> {
  const owner = { projectId: caller.project.id, userId: resolveOwnUserId(caller, user_id) };
  const reference = { ...owner, channelId: contact_channel_id };
  await throttleNamedEmail(deps, caller, { email: change.value, ip: change.ip });

  return inTransaction(deps.db, async (db) => {
    await lockUser(db, owner);
    const former = await getContactChannel(db, reference);
    const value = change.value === undefined ? former.value : normalizeEmail(change.value);
    const next = {
      value,
      is_primary: change.is_primary ?? former.is_primary,
      is_verified: change.is_verified ?? (value === former.value && former.is_verified),
      used_for_auth: change.used_for_auth ?? former.used_for_auth,
    };
    if (next.is_primary && !former.is_primary) await clearPrimaryChannel(db, owner);
    return refuseTakenAddress(value, () => updateContactChannelRow(db, reference, next));
  });
}
