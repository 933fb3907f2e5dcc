import { DatabaseError } from 'pg';
import type { Db } from './database.ts';

/** What PostgreSQL calls a transaction that it broke off so that another could go on. */
const deadlockDetected = '40P01';

/** Two transactions that wait for each other once do not meet again so; this many times is more than bad luck. */
const maxAttempts = 3;

/**
 * Runs `work` in one transaction; joins the caller's if there is one, so that use cases can be composed. Work that
 * PostgreSQL broke off has written nothing and runs again, so it must not do anything but read and write the database.
 */
export function inTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : attempt(db, work, maxAttempts);
}

async function attempt<Result>(db: Db, work: (db: Db) => Promise<Result>, attemptsLeft: number): Promise<Result> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    const canRunAgain = error instanceof DatabaseError && error.code === deadlockDetected && attemptsLeft > 1;
    if (!canRunAgain) throw error;
    return attempt(db, work, attemptsLeft - 1);
  }
}
