import type { Selectable } from 'kysely';
import type { Database, Db } from '../../database/database.ts';

type InstallationRow = Selectable<Database['installation']>;

/** What the database knows of the claim. */
export type ClaimState = Pick<InstallationRow, 'claim_code_nonce' | 'claim_code_hash' | 'claimed_at'>;

export function selectClaimState(db: Db): Promise<ClaimState> {
  return selectState(db).executeTakeFirstOrThrow();
}

/** Reads the state and keeps others from changing it until the transaction ends. */
export function lockClaimState(db: Db): Promise<ClaimState> {
  return selectState(db).forUpdate().executeTakeFirstOrThrow();
}

export async function updateClaimState(db: Db, state: ClaimState): Promise<void> {
  await db.updateTable('installation').set(state).execute();
}

/** The operator who signs in with an address, which is given in lower case. */
export async function selectOperatorId(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('contact_channels')
    .select('user_id')
    .where('project_id', '=', 'internal')
    .where('type', '=', 'email')
    .where('value', '=', email)
    .where('used_for_auth', '=', true)
    .executeTakeFirst();
  return row?.user_id;
}

/** The addresses that operators sign in with, in alphabetical order. */
export async function selectOperatorEmails(db: Db, { limit }: { limit: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('contact_channels')
    .select('value')
    .where('project_id', '=', 'internal')
    .where('used_for_auth', '=', true)
    .orderBy('value')
    .limit(limit)
    .execute();
  return rows.map(({ value }) => value);
}

function selectState(db: Db) {
  return db.selectFrom('installation').select(['claim_code_nonce', 'claim_code_hash', 'claimed_at']);
}
