import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ContactChannelsTable, Db } from '../../database/database.ts';

export type ContactChannelRecord = Selectable<ContactChannelsTable>;

/** Whose channels. */
export interface ChannelOwner {
  projectId: string;
  userId: string;
}

export interface ChannelReference extends ChannelOwner {
  channelId: string;
}

/**
 * Holds the user until the end of the transaction, so that changes of the user's channels come one after the other;
 * tells whether there is such a user.
 */
export async function lockUser(db: Db, { projectId, userId }: ChannelOwner): Promise<boolean> {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export function selectContactChannels(db: Db, owner: ChannelOwner): Promise<ContactChannelRecord[]> {
  return channelsOf(db, owner).orderBy('created_at').orderBy('id').execute();
}

export function selectContactChannel(
  db: Db,
  { channelId, ...owner }: ChannelReference,
): Promise<ContactChannelRecord | undefined> {
  return channelsOf(db, owner).where('id', '=', channelId).executeTakeFirst();
}

export function selectContactChannelByValue(
  db: Db,
  { value, ...owner }: ChannelOwner & { value: string },
): Promise<ContactChannelRecord | undefined> {
  return channelsOf(db, owner).where('type', '=', 'email').where('value', '=', value).executeTakeFirst();
}

export function selectPrimaryChannel(db: Db, owner: ChannelOwner): Promise<ContactChannelRecord | undefined> {
  return channelsOf(db, owner).where('type', '=', 'email').where('is_primary', '=', true).executeTakeFirst();
}

/** The primary addresses of those users who have one. */
export async function selectPrimaryEmails(db: Db, projectId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('contact_channels')
    .select('value')
    .where('project_id', '=', projectId)
    .where('type', '=', 'email')
    .where('is_primary', '=', true)
    // One array rather than one parameter each, of which a statement has 65,535 at most.
    .where(({ eb, fn, val }) => eb('user_id', '=', fn.any(val(userIds))))
    .execute();
  return rows.map(({ value }) => value);
}

export async function insertContactChannel(
  db: Db,
  channel: Insertable<ContactChannelsTable>,
): Promise<ContactChannelRecord> {
  return db.insertInto('contact_channels').values(channel).returningAll().executeTakeFirstOrThrow();
}

export function updateContactChannelRow(
  db: Db,
  { projectId, userId, channelId }: ChannelReference,
  change: Pick<Updateable<ContactChannelsTable>, 'value' | 'is_primary' | 'is_verified' | 'used_for_auth'>,
): Promise<ContactChannelRecord> {
  return db
    .updateTable('contact_channels')
    .set(change)
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('id', '=', channelId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Leaves the user without a primary channel, to make room for the next one. */
export async function clearPrimaryChannel(db: Db, { projectId, userId }: ChannelOwner): Promise<void> {
  await db
    .updateTable('contact_channels')
    .set({ is_primary: false })
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('type', '=', 'email')
    .where('is_primary', '=', true)
    .execute();
}

/** Marks a channel verified if it still has the address that the proof is about; tells whether it had. */
export async function markVerified(
  db: Db,
  { projectId, channelId, value }: { projectId: string; channelId: string; value: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contact_channels')
    .set({ is_verified: true })
    .where('project_id', '=', projectId)
    .where('id', '=', channelId)
    .where('value', '=', value)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteContactChannelRow(
  db: Db,
  { projectId, userId, channelId }: ChannelReference,
): Promise<void> {
  await db
    .deleteFrom('contact_channels')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('id', '=', channelId)
    .execute();
}

function channelsOf(db: Db, { projectId, userId }: ChannelOwner) {
  return db
    .selectFrom('contact_channels')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId);
}
