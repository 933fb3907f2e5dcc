import { expect, it } from 'vitest';
import { keyFilterOf, nextOrder, orderOf, readKeyListSearch } from './key-list-search.ts';

const now = new Date('2027-03-01T12:00:00Z');

it('reads what an address says, and leaves out what it cannot mean', () => {
  expect(
    readKeyListSearch({
      search: 4711,
      status: 'expired',
      kind: 'team',
      show: 'leaked',
      sort: 'expiry',
      pages: ['a', 1],
    }),
  ).toEqual({ search: '4711', status: 'expired', kind: 'team', show: 'leaked', sort: 'expiry', pages: ['a'], page: 2 });
  expect(readKeyListSearch({ status: 'nonsense', kind: 1, owner: 2, show: [], order: 'up' })).toEqual({});
});

it('asks for active keys, newest first, where an address says nothing', () => {
  expect(keyFilterOf({}, now)).toEqual({ limit: 50, orderBy: 'createdAt', desc: true, status: 'valid' });
});

it('asks for what the overview counts as expiring and as unused', () => {
  expect(keyFilterOf({ status: 'expiring' }, now)).toMatchObject({
    status: 'valid',
    expiresBefore: new Date('2027-03-08T12:00:00Z'),
  });
  expect(keyFilterOf({ show: 'unused' }, now)).toMatchObject({ unusedSince: new Date('2026-12-01T12:00:00Z') });
});

it('asks for keys of every status where the address says so', () => {
  expect(keyFilterOf({ status: 'all', show: 'leaked' }, now)).not.toHaveProperty('status');
});

it('sorts by a column in its own direction first, then the other way round', () => {
  expect(orderOf({ sort: 'expiry' })).toEqual({ sort: 'expiry', descending: false });
  expect(nextOrder({}, 'expiry')).toEqual({ sort: 'expiry' });
  expect(nextOrder({ sort: 'expiry' }, 'expiry')).toEqual({ sort: 'expiry', order: 'descending' });
  expect(nextOrder({ sort: 'expiry', order: 'descending' }, 'expiry')).toEqual({ sort: 'expiry' });
  expect(nextOrder({}, 'created')).toEqual({ order: 'ascending' });
  expect(nextOrder({ sort: 'expiry' }, 'created')).toEqual({});
});
