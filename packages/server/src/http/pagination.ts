import { lastInstantMillis, maxPageSize } from '@latchkey/contract';
import { z } from 'zod';
import { PlainError } from './errors.ts';

/** Which part of a list is asked for; with neither a limit nor a cursor, all of it. */
export interface PageWish {
  /** Rows. */
  limit?: number | undefined;
  /** What the page before answered. */
  cursor?: string | undefined;
  /** The most rows that come when all are asked for: a longer list is paginated without being asked. */
  wholeUpTo?: number | undefined;
}

/** A page of rows; without a `nextCursor` it is the whole list. */
export interface Page<Row> {
  items: readonly Row[];
  nextCursor?: string | null;
}

/** How many rows to read: one more than the page holds, which tells whether another page follows; undefined for all. */
export function rowsToRead(wish: PageWish): number | undefined {
  const size = sizeOf(wish);
  return size === undefined ? undefined : size + 1;
}

/**
 * The page of the rows read by `rowsToRead`.
 *
 * @param keyOf the values that the list is sorted by, which make the cursor; none may contain a comma
 */
export function cutPage<Row>(
  rows: readonly Row[],
  wish: PageWish,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, sizeOf(wish));
  const last = rows.length > items.length ? items.at(-1) : undefined;
  if (last !== undefined) return { items, nextCursor: keyOf(last).join(',') };
  return isPaged(wish) ? { items, nextCursor: null } : { items };
}

/** A list in the form of wire.md section 1. */
export function presentList<Row, Item>({ items, nextCursor }: Page<Row>, present: (row: Row) => Item) {
  const shown = items.map(present);
  return nextCursor === undefined
    ? { items: shown, is_paginated: false as const }
    : { items: shown, is_paginated: true as const, pagination: { next_cursor: nextCursor } };
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

function sizeOf(wish: PageWish): number | undefined {
  return isPaged(wish) ? (wish.limit ?? maxPageSize) : wish.wholeUpTo;
}
