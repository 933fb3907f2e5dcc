import type { Page } from '@latchkey/react';
import { describe, expect, it } from 'vitest';
import { readOn } from './read-on.ts';

/** A list whose pages hold so many rows each, and the cursors that it was asked with. */
function listOf(...lengths: number[]) {
  const asked: (string | undefined)[] = [];
  const read = (cursor: string | undefined): Promise<Page<string>> => {
    asked.push(cursor);
    const index = Number(cursor ?? 0);
    const rows = Array.from({ length: lengths[index] ?? 0 }, (_, row) => `${index}.${row}`);
    return Promise.resolve(Object.assign(rows, { nextCursor: index + 1 < lengths.length ? String(index + 1) : null }));
  };
  return { read, asked };
}

describe('a page of a list', () => {
  it('is the first one that has rows', async () => {
    const { read, asked } = listOf(0, 0, 3, 5);
    expect([...(await readOn(read, undefined))]).toEqual(['2.0', '2.1', '2.2']);
    expect(asked).toEqual([undefined, '1', '2']);
  });

  it('is empty once nothing is left', async () => {
    const { read, asked } = listOf(0, 0);
    const page = await readOn(read, undefined);
    expect([page.length, page.nextCursor]).toEqual([0, null]);
    expect(asked).toEqual([undefined, '1']);
  });

  it('says how to go on when there were rows to look at, but none so far that match', async () => {
    const { read, asked } = listOf(0, 0, 0, 0, 0, 0, 3);
    const page = await readOn(read, undefined);
    expect([page.length, page.nextCursor]).toEqual([0, '4']);
    expect(asked).toHaveLength(4);
  });
});
