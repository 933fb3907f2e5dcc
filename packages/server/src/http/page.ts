import { lastInstantMillis, maxPageSize } from '@latchkey/contract';
import { z } from 'zod';
import { PlainError } from './errors.ts';

/** Which part of a list is asked for; with neither field, all of it. */
export interface PageWish {
  /** Rows. */
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** A list on the wire: whole, or one page of it. */
export type ListAnswer<Item> =
  | { items: Item[]; is_paginated: false }
  | { items: Item[]; is_paginated: true; pagination: { next_cursor: string | null } };

/** How many rows to read: one more than the page holds, which tells whether another page follows; undefined for all. */
export function rowsToRead(wish: PageWish): number | undefined {
  return isPaged(wish) ? pageSizeOf(wish) + 1 : undefined;
}

/**
 * The list as it is sent, of the rows read by `rowsToRead`.
 *
 * @param keyOf the values that the list is sorted by, which make the cursor; none may contain a comma
 */
export function presentList<Row, Item>(
  rows: readonly Row[],
  wish: PageWish,
  { present, keyOf }: { present: (row: Row) => Item; keyOf: (row: Row) => readonly (string | number)[] },
): ListAnswer<Item> {
  if (!isPaged(wish)) return { items: rows.map(present), is_paginated: false };
  const shown = rows.slice(0, pageSizeOf(wish));
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const next_cursor = last === undefined ? null : keyOf(last).join(',');
  return { items: shown.map(present), is_paginated: true, pagination: { next_cursor } };
}

/**
 * The sort key that a cursor stands for. It names no row, so a list goes on even when the row it left off at is gone.
 *
 * @throws PlainError 400 for a cursor that no list gave out
 */
export function readCursor<Key>(cursor: string | undefined, key: z.ZodType<Key>): Key | undefined {
  if (cursor === undefined) return undefined;
  const parsed = key.safeParse(cursor.split(','));
  if (!parsed.success)
    throw new PlainError(400, 'This cursor is none that this list gave out. Leave it out to start over.');
  return parsed.data;
}

/** A moment in a cursor, as milliseconds since 1970. */
export const instantFromCursor = z.coerce
  .number()
  .int()
  .min(0)
  .max(lastInstantMillis)
  .transform((millis) => new Date(millis));

/** The sort key of lists in the order of time, in which the id tells rows of one moment apart. */
export const timeCursorKey = z.tuple([instantFromCursor, z.uuid()]).transform(([at, id]) => ({ at, id }));

function isPaged({ limit, cursor }: PageWish): boolean {
  return limit !== undefined || cursor !== undefined;
}

function pageSizeOf({ limit }: PageWish): number {
  return limit ?? maxPageSize;
}
