import { sql } from 'kysely';
import type { Db } from './database.ts';

/** So many rows one page of a list looks at in the order of an index; reading them takes some 30 ms. */
export const maxRowsWalked = 10_000;

/**
 * Runs the statements of a list on one snapshot, with a planner that walks indexes in their order and does nothing else.
 * Its guesses are made of statistics that a mass of new rows, or a project that is unlike the others, puts wrong by
 * thousands; a list must be fast then, too.
 */
export function walkIndexes<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await forbidOtherPlans.execute(transaction);
      return work(transaction);
    });
}

const forbidden = ['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_hashjoin', 'enable_mergejoin', 'jit'];

/** A plan that cannot do without, such as the sort of a small set, is made all the same. */
const forbidOtherPlans = sql`select ${sql.join(forbidden.map((name) => sql`set_config(${sql.lit(name)}, 'off', true)`))}`;
