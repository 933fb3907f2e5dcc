import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** A code that has expired is still told apart from an unknown one for a day. */
const codeGraceMillis = 24 * 60 * 60 * 1_000;

/** Longer than the longest period that is told of, which is in days too (`maxUsageDays`). */
const usageKeptMillis = 40 * 24 * 60 * 60 * 1_000;

/** Small steps: a long delete would hold locks and swell the log that standbys follow. */
const rowsPerStep = 5_000;

/** Deletes sessions, codes, mails, throttle counts and counts of checks that are past their time. */
export async function deleteExpiredRows(db: Db, now: Date): Promise<void> {
  await deleteInSteps(db, 'sessions', sql`expires_at <= ${now}`);
  await deleteInSteps(db, 'verification_codes', sql`expires_at <= ${new Date(now.getTime() - codeGraceMillis)}`);
  await deleteInSteps(db, 'mails', sql`expires_at <= ${now}`);
  await deleteInSteps(db, 'throttles', sql`expire <= ${now.getTime()}`);
  const usageEnd = new Date(now.getTime() - usageKeptMillis);
  await deleteInSteps(db, 'check_counts', sql`hour < ${usageEnd}`);
  await deleteInSteps(db, 'api_key_check_counts', sql`hour < ${usageEnd}`);
}

async function deleteInSteps(db: Db, table: string, isExpired: RawBuilder<unknown>): Promise<void> {
  const rows = sql.table(table);
  let deleted: bigint;
  do {
    const step = sql`delete from ${rows} where ctid = any(array(select ctid from ${rows} where ${isExpired} limit ${rowsPerStep}))`;
    deleted = (await step.execute(db)).numAffectedRows ?? 0n;
  } while (deleted >= BigInt(rowsPerStep));
}
