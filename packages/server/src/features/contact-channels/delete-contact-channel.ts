import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { deleteContactChannelRow, lockUser } from './contact-channels.queries.ts';
import { getContactChannel } from './get-contact-channel.ts';

/** Removes an address, with the codes that were mailed to it. */
export async function deleteContactChannel(
  deps: Deps,
  caller: Caller,
  { user_id, contact_channel_id }: { user_id: string; contact_channel_id: string },
): Promise<void> {
  const owner = { projectId: caller.project.id, userId: resolveOwnUserId(caller, user_id) };
  const reference = { ...owner, channelId: contact_channel_id };

  await inTransaction(deps.db, async (db) => {
    await lockUser(db, owner);
    await getContactChannel(db, reference);
    await deleteContactChannelRow(db, reference);
  });
}
