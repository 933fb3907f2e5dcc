import { describe, expect, it } from 'vitest';
import { cursorOf, firstPage, nextPage, offsetOf, type PageSearch, previousPage, readPages } from './page-search.ts';

/** As a router does: what is undefined goes out of the address. */
function throughTheAddress(search: object): PageSearch {
  return readPages(JSON.parse(JSON.stringify(search)) as Record<string, unknown>);
}

function walk(pages: number): PageSearch {
  return Array.from({ length: pages }).reduce<PageSearch>(
    (search, _, index) => throughTheAddress(nextPage(search, `cursor-${index + 2}`)),
    {},
  );
}

describe('the page of a list in an address', () => {
  it('is the first one where the address says nothing', () => {
    expect(readPages({})).toEqual({});
    expect(cursorOf({})).toBeUndefined();
    expect(offsetOf({})).toBe(0);
  });

  it('goes on and comes back by the same cursors', () => {
    const third = walk(2);
    expect(cursorOf(third)).toBe('cursor-3');
    expect(offsetOf(third)).toBe(100);
    const second = throughTheAddress(previousPage(third));
    expect(cursorOf(second)).toBe('cursor-2');
    expect(offsetOf(second)).toBe(50);
    expect(throughTheAddress(previousPage(second))).toEqual({});
  });

  it('stays short on a long way, and knows where it is', () => {
    const far = walk(1_999);
    expect(cursorOf(far)).toBe('cursor-2000');
    expect(offsetOf(far)).toBe(99_950);
    expect(JSON.stringify(far).length).toBeLessThan(400);
    expect(offsetOf(throughTheAddress(previousPage(far)))).toBe(99_900);
  });

  it('leads to the first one where the way back is not known any more', () => {
    expect(previousPage({ pages: ['cursor-57'], page: 57 })).toEqual(firstPage);
  });

  it('is the first one where the address makes no sense', () => {
    for (const pages of ['cursor', 7, null, [], [7], {}]) expect(readPages({ pages })).toEqual({});
    for (const page of ['3', 0, -1, 1.5, null, undefined]) {
      expect(readPages({ pages: ['cursor'], page })).toEqual({ pages: ['cursor'], page: 2 });
    }
  });
});
