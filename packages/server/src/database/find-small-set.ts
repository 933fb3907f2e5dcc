import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';

/** A statement that selects the `id` of some rows by walking an index. */
export type Selection = RawBuilder<{ id: string }>;

/** Rows that a filter leaves, of which it knows by one index or several. */
export type FilteredSet = readonly Selection[];

/** So many rows are looked up one by one and sorted within some 20 ms. */
const maxRows = 5_000;

/**
 * The smallest of the sets that filters leave, to pick a page from; undefined when all of them are large. Counts no set
 * beyond the bound, so that it takes no longer on a million rows than on five thousand.
 */
export async function findSmallSet(db: Db, sets: readonly FilteredSet[]): Promise<Selection | undefined> {
  if (sets.length === 0) return undefined;
  const counts = sets.map((set) => sql`(select count(*)::int from ${union(set, sql`union all`)} as counted)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  const found = rows[0]?.counts ?? [];
  const smallest = Math.min(...found);
  const set = sets[found.indexOf(smallest)];
  return set === undefined || smallest > maxRows ? undefined : union(set, sql`union`);
}

function union(set: FilteredSet, by: RawBuilder<unknown>): Selection {
  const parts = set.map((selection) => sql`(${selection} limit ${sql.lit(maxRows + 1)})`);
  return sql`(${sql.join(parts, sql` ${by} `)})`;
}
