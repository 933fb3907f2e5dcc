import type { Db } from '../../database/database.ts';
import { deleteUnusedVerificationCodes } from '../verification-codes/index.ts';
import { type ContactChannelRecord, deleteContactChannelRow } from './contact-channels.queries.ts';

/** Takes an address from a user, in a transaction: what was mailed to it opens nothing any more. */
export async function removeChannel(db: Db, channel: ContactChannelRecord): Promise<void> {
  const owner = { projectId: channel.project_id, userId: channel.user_id };
  await deleteContactChannelRow(db, { ...owner, channelId: channel.id });
  await deleteUnusedVerificationCodes(db, { ...owner, kind: 'password_reset' });
}
