import type { Db } from '../../database/database.ts';
import { PlainError } from '../../http/errors.ts';
import { type ChannelReference, type ContactChannelRecord, selectContactChannel } from './contact-channels.queries.ts';

/** The channel; 404 when the user has none with this id. */
export async function getContactChannel(db: Db, reference: ChannelReference): Promise<ContactChannelRecord> {
  const channel = await selectContactChannel(db, reference);
  if (channel === undefined) throw new PlainError(404, 'The user has no such contact channel.');
  return channel;
}
