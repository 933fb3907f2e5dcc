import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '@latchkey/server';

/**
 * Does `work` in a transaction, calls before that commits, and answers what the call came to: two transactions that
 * overlap in the one order in which the call comes second. Commits as soon as the call waits for it, or is over.
 */
export async function callDuring<Result>(
  { db, pool }: Pick<Deps, 'db' | 'pool'>,
  work: (db: Deps['db']) => Promise<unknown>,
  call: () => Promise<Result>,
): Promise<Result> {
  const { called } = await db.transaction().execute(async (transaction) => {
    await work(transaction);
    const called = call();
    let isOver = false;
    const over = called.finally(() => (isOver = true));
    await Promise.race([over, untilSomebodyWaits(pool, () => isOver)]);
    // In an object, since the transaction would wait for a promise.
    return { called };
  });
  return called;
}

async function untilSomebodyWaits(pool: Deps['pool'], isOver: () => boolean): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (!isOver() && (await pool.query(waiting)).rowCount === 0) await pause(5);
}
