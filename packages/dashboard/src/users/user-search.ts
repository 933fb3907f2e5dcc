import type { ServerUserListOptions } from '@latchkey/react';
import { type PageSearch, readPages, rowsPerPage } from '../lists/page-search.ts';

/** What an address says of the list of users. What is left out is the default: all of them, those who signed up last first. */
export interface UserSearch extends PageSearch {
  /** The beginning of a name, of its last word or of an address, or an id. */
  search?: string;
  status?: UserStatus;
  sort?: UserSort;
  order?: 'ascending' | 'descending';
}

export type UserStatus = 'restricted' | 'unverified' | 'anonymous';
export type UserSort = 'signed-up' | 'last-active';

const statuses = ['restricted', 'unverified', 'anonymous'] as const;
const sorts = ['signed-up', 'last-active'] as const;
const orders = ['ascending', 'descending'] as const;

export function readUserSearch(search: Record<string, unknown>): UserSearch {
  const { search: text } = search;
  const status = statuses.find((value) => value === search['status']);
  const sort = sorts.find((value) => value === search['sort']);
  const order = orders.find((value) => value === search['order']);
  return {
    // The router reads a text of digits as a number.
    ...(typeof text === 'string' || typeof text === 'number' ? { search: String(text) } : {}),
    ...(status && { status }),
    ...(sort && { sort }),
    ...(order && { order }),
    ...readPages(search),
  };
}

/** How a column is sorted by now; undefined: by another. */
export function sortedBy({ sort = 'signed-up', order = 'descending' }: UserSearch, column: UserSort) {
  return sort === column ? order : undefined;
}

/** The order after a press on a column: the latest first, then the other way round. */
export function nextOrder(search: UserSearch, column: UserSort): Required<Pick<UserSearch, 'sort' | 'order'>> {
  return { sort: column, order: sortedBy(search, column) === 'descending' ? 'ascending' : 'descending' };
}

/** What the server is asked for, but for the page. */
export function userFilterOf({ search, status, sort = 'signed-up', order = 'descending' }: UserSearch) {
  const query = search?.trim();
  return {
    limit: rowsPerPage,
    includeCounts: true,
    includeRestricted: true,
    includeAnonymous: true,
    orderBy: sort === 'signed-up' ? 'signedUpAt' : 'lastActiveAt',
    desc: order === 'descending',
    ...(query && { query }),
    ...(status && { status: status === 'unverified' ? 'emailNotVerified' : status }),
  } satisfies ServerUserListOptions;
}
