import type { Insertable, Selectable } from 'kysely';
import type { Database, Db } from '../../database/database.ts';
import type { VerificationCode, VerificationCodeKind } from './verification-code.ts';

type Row = Selectable<Database['verification_codes']>;

/** How a code is found: by its hash, which is all that is stored of it. */
export interface CodeReference {
  projectId: string;
  kind: VerificationCodeKind;
  hashes: Buffer[];
}

export async function insertVerificationCode(db: Db, code: Insertable<Database['verification_codes']>): Promise<void> {
  await db.insertInto('verification_codes').values(code).execute();
}

/**
 * Counts an attempt at a code that is still good, and with `usedAt` uses it up. One statement, so that of two attempts
 * at the same time the second finds what the first one left.
 */
export async function attemptVerificationCode(
  db: Db,
  { projectId, kind, hashes }: CodeReference,
  { now, usedAt, maxAttempts }: { now: Date; usedAt: Date | null; maxAttempts: number },
): Promise<VerificationCode | undefined> {
  const row = await db
    .updateTable('verification_codes')
    .set((set) => ({ attempts: set('attempts', '+', 1), used_at: usedAt }))
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .where('hash', 'in', hashes)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', maxAttempts)
    .returning(['id', 'email', 'user_id', 'team_id', 'contact_channel_id'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { user_id: userId, team_id: teamId, contact_channel_id: contactChannelId, ...rest } = row;
  return { ...rest, userId, teamId, contactChannelId };
}

export function selectVerificationCodeState(
  db: Db,
  { projectId, kind, hashes }: CodeReference,
): Promise<Pick<Row, 'used_at' | 'expires_at'> | undefined> {
  return db
    .selectFrom('verification_codes')
    .select(['used_at', 'expires_at'])
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .where('hash', 'in', hashes)
    .executeTakeFirst();
}

/** Forgets the codes of a kind that a user has not used yet, so that no older mail of theirs opens anything. */
export async function deleteUnusedVerificationCodes(
  db: Db,
  { projectId, userId, kind }: { projectId: string; userId: string; kind: VerificationCodeKind },
): Promise<void> {
  await db
    .deleteFrom('verification_codes')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .execute();
}
