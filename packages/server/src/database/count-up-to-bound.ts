import { type RawBuilder, sql } from 'kysely';

/** What belongs to a row of a list is counted up to here: nobody reads more digits, and counting more takes time. */
const boundOfRows = 1_000;

/** The number of rows, or that there are at least so many. */
export interface BoundedCount {
  count: number;
  is_at_least: boolean;
}

/** SQL for the number of rows that `from` (from where on) has, which stops counting past the bound. */
export function countUpToBound(from: RawBuilder<unknown>, bound = boundOfRows): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select ${from} limit ${sql.lit(bound + 1)}) as counted)`;
}

/** What `countUpToBound` came to. */
export function boundedCount(counted: number, bound = boundOfRows): BoundedCount {
  return { count: Math.min(counted, bound), is_at_least: counted > bound };
}
