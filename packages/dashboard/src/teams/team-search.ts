import type { ServerTeamListOptions } from '@latchkey/react';
import { type PageSearch, readPages, rowsPerPage } from '../lists/page-search.ts';

/** What an address says of the list of teams. What is left out is the default: all of them, newest first. */
export interface TeamSearch extends PageSearch {
  /** The beginning of a name or of a word in it, or an id. */
  search?: string;
  order?: 'ascending';
}

export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const { search: text, order } = search;
  return {
    // The router reads a text of digits as a number.
    ...(typeof text === 'string' || typeof text === 'number' ? { search: String(text) } : {}),
    ...(order === 'ascending' ? { order } : {}),
    ...readPages(search),
  };
}

/** What the server is asked for, but for the page. */
export function teamFilterOf({ search, order }: TeamSearch) {
  const query = search?.trim();
  return {
    limit: rowsPerPage,
    includeCounts: true,
    orderBy: 'createdAt',
    desc: order === undefined,
    ...(query && { query }),
  } satisfies ServerTeamListOptions;
}
