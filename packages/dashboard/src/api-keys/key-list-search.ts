import type { AllApiKeysFilter, ApiKeyType } from '@latchkey/react';
import { type PageSearch, readPages, rowsPerPage } from '../lists/page-search.ts';

/** What an address says of a list of keys. What is left out is the default: active keys, newest first. */
export interface KeyListSearch extends PageSearch {
  /** The beginning of a name, or the last four characters. Never a whole key. */
  search?: string;
  status?: Exclude<KeyStatusFilter, 'active'>;
  kind?: ApiKeyType;
  /** The id of a user or a team. */
  owner?: string;
  show?: KeyMark;
  sort?: KeySort;
  order?: 'ascending' | 'descending';
}

export type KeyStatusFilter = 'active' | 'expiring' | 'expired' | 'revoked' | 'all';

/** What of a key deserves a look. */
export type KeyMark = 'unused' | 'never-expiring' | 'owner-restricted' | 'leaked';

export type KeySort = 'created' | 'expiry' | 'last-use';

export interface KeyOrder {
  sort: KeySort;
  descending: boolean;
}

const statuses = ['expiring', 'expired', 'revoked', 'all'] as const;
const kinds = ['user', 'team'] as const;
const marks = ['unused', 'never-expiring', 'owner-restricted', 'leaked'] as const;
const sorts = ['created', 'expiry', 'last-use'] as const;
const orders = ['ascending', 'descending'] as const;

const dayMillis = 24 * 60 * 60 * 1000;
/** As the overview counts them. */
const expiringDays = 7;
const unusedDays = 90;

export function readKeyListSearch(search: Record<string, unknown>): KeyListSearch {
  const { search: text, owner } = search;
  const status = statuses.find((value) => value === search['status']);
  const kind = kinds.find((value) => value === search['kind']);
  const show = marks.find((value) => value === search['show']);
  const sort = sorts.find((value) => value === search['sort']);
  const order = orders.find((value) => value === search['order']);
  return {
    // The router reads a text of digits as a number: the last four of a key may be one.
    ...(typeof text === 'string' || typeof text === 'number' ? { search: String(text) } : {}),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(show && { show }),
    ...(sort && { sort }),
    ...(order && { order }),
    ...readPages(search),
  };
}

/** The order that an address asks for: newest and last used come first, and so do those that expire soonest. */
export function orderOf({ sort = 'created', order }: KeyListSearch): KeyOrder {
  return { sort, descending: order === undefined ? sort !== 'expiry' : order === 'descending' };
}

/** What an address says of the order after a press on a column: the column's own first, then the other way round. */
export function nextOrder(search: KeyListSearch, sort: KeySort): Pick<KeyListSearch, 'sort' | 'order'> {
  const { sort: present, descending } = orderOf(search);
  const isReversed = present === sort && descending === orderOf({ sort }).descending;
  return {
    ...(sort !== 'created' && { sort }),
    ...(isReversed && { order: descending ? 'ascending' : 'descending' }),
  };
}

/** What the server is asked for, whatever the page. */
export function keyFilterOf(search: KeyListSearch, now: Date): AllApiKeysFilter {
  const { status = 'active', kind, owner, show } = search;
  const text = search.search?.trim();
  const { sort, descending } = orderOf(search);
  return {
    limit: rowsPerPage,
    orderBy: ({ created: 'createdAt', expiry: 'expiresAt', 'last-use': 'lastUsedAt' } as const)[sort],
    desc: descending,
    ...(text && { query: text }),
    ...(kind && { kind }),
    ...(owner && { ownerId: owner }),
    ...(status === 'all' ? {} : status === 'active' || status === 'expiring' ? { status: 'valid' } : { status }),
    ...(status === 'expiring' && { expiresBefore: after(now, expiringDays) }),
    ...(show === 'unused' && { unusedSince: after(now, -unusedDays) }),
    ...(show === 'never-expiring' && { only: 'neverExpiring' }),
    ...(show === 'owner-restricted' && { only: 'ownerRestricted' }),
    ...(show === 'leaked' && { only: 'reportedAsLeaked' }),
  };
}

function after(now: Date, days: number): Date {
  return new Date(now.getTime() + days * dayMillis);
}
