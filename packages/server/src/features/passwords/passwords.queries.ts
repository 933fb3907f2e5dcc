import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** Which user. */
export interface PasswordOwner {
  projectId: string;
  userId: string;
}

/** What a sign-in is decided by. */
export interface Credential extends PasswordOwner {
  passwordHash: string | null;
  isRestrictedByAdmin: boolean;
}

/** A mailbox that somebody signs in with. */
export interface SignInChannel {
  userId: string;
  channelId: string;
}

export async function selectCredentialByEmail(
  db: Db,
  { projectId, email }: { projectId: string; email: string },
): Promise<Credential | undefined> {
  const row = await signInChannels(db, projectId, email)
    .innerJoin('users', (join) =>
      join.onRef('users.project_id', '=', 'channel.project_id').onRef('users.id', '=', 'channel.user_id'),
    )
    .select(['users.id', 'users.password_hash', 'users.restricted_by_admin'])
    .executeTakeFirst();
  return row === undefined ? undefined : credentialFrom(projectId, row);
}

/** Reads the credential anew and holds it until the end of the transaction. */
export async function selectCredentialForShare(
  db: Db,
  { projectId, userId }: PasswordOwner,
): Promise<Credential | undefined> {
  const row = await db
    .selectFrom('users')
    .select(['id', 'password_hash', 'restricted_by_admin'])
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .forShare()
    .executeTakeFirst();
  return row === undefined ? undefined : credentialFrom(projectId, row);
}

interface CredentialRow {
  id: string;
  password_hash: string | null;
  restricted_by_admin: boolean;
}

function credentialFrom(projectId: string, row: CredentialRow): Credential {
  return {
    projectId,
    userId: row.id,
    passwordHash: row.password_hash,
    isRestrictedByAdmin: row.restricted_by_admin,
  };
}

export async function selectPasswordHash(db: Db, { projectId, userId }: PasswordOwner): Promise<string | null> {
  const row = await db
    .selectFrom('users')
    .select('password_hash')
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.password_hash ?? null;
}

/** Replaces exactly the hash the caller knows; false when there is another by now. */
export async function replacePasswordHash(
  db: Db,
  { projectId, userId }: PasswordOwner,
  { from, to }: { from: string | null; to: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ password_hash: to })
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .where('password_hash', 'is not distinct from', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whatever the hash was; the row is held until the end of the transaction. */
export async function setPasswordHash(db: Db, { projectId, userId }: PasswordOwner, hash: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ password_hash: hash })
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .execute();
}

export async function selectSignInChannel(
  db: Db,
  { projectId, email }: { projectId: string; email: string },
): Promise<SignInChannel | undefined> {
  const row = await signInChannels(db, projectId, email).select(['channel.user_id', 'channel.id']).executeTakeFirst();
  return row === undefined ? undefined : { userId: row.user_id, channelId: row.id };
}

function signInChannels(db: Db, projectId: string, email: string) {
  return (
    db
      .selectFrom('contact_channels as channel')
      .where('channel.project_id', '=', projectId)
      .where('channel.type', '=', 'email')
      .where('channel.value', '=', email)
      // Literally, as the partial index has it.
      .where('channel.used_for_auth', '=', sql.lit(true))
  );
}
