import { describe, expect, it } from 'vitest';
import { nextOrder, readUserSearch, sortedBy, userFilterOf } from './user-search.ts';

describe('the list of users in an address', () => {
  it('shows everybody, the latest sign-up first, where the address says nothing', () => {
    expect(userFilterOf(readUserSearch({}))).toEqual({
      limit: 50,
      includeCounts: true,
      includeRestricted: true,
      includeAnonymous: true,
      orderBy: 'signedUpAt',
      desc: true,
    });
  });

  it('keeps what it understands and leaves out the rest', () => {
    const search = { search: 'ada', status: 'unverified', sort: 'last-active', order: 'ascending', pages: ['x'], a: 1 };
    expect(readUserSearch(search)).toEqual({
      search: 'ada',
      status: 'unverified',
      sort: 'last-active',
      order: 'ascending',
      pages: ['x'],
      page: 2,
    });
    expect(readUserSearch({ search: ['ada'], status: 'nobody', sort: 'name', order: 1 })).toEqual({});
  });

  it('searches for digits, too', () => {
    expect(readUserSearch({ search: 42 })).toEqual({ search: '42' });
  });

  it('asks without the spaces around what is typed', () => {
    expect(userFilterOf({ search: ' ada ' })).toMatchObject({ query: 'ada' });
    expect(userFilterOf({ search: '  ' })).not.toHaveProperty('query');
  });

  it('turns the order round at the second press on a column', () => {
    expect(sortedBy({}, 'signed-up')).toBe('descending');
    expect(sortedBy({}, 'last-active')).toBeUndefined();
    const other = nextOrder({}, 'last-active');
    expect(other).toEqual({ sort: 'last-active', order: 'descending' });
    expect(nextOrder(other, 'last-active')).toEqual({ sort: 'last-active', order: 'ascending' });
    expect(nextOrder({}, 'signed-up')).toEqual({ sort: 'signed-up', order: 'ascending' });
  });
});
