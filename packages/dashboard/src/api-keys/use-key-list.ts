import type { HeldApiKey, Page } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { cursorOf, firstPage, nextPage, previousPage } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { type KeyListSearch, keyFilterOf } from './key-list-search.ts';

export type KeyListChange = { [Name in keyof KeyListSearch]?: KeyListSearch[Name] | undefined };

export interface KeyListView {
  search: KeyListSearch;
  query: UseQueryResult<Page<HeldApiKey>>;
  /** Shows the first page of something else; while typing, without a step in the browser's history. */
  show: (change: KeyListChange, options?: { replace: boolean }) => void;
  /** Shows the first page of this alone. */
  showOnly: (search: KeyListSearch) => void;
  goOn: (cursor: string) => void;
  /** Undefined on the first page. */
  goBack: (() => void) | undefined;
}

/** The keys that the address asks for, and the ways to others. */
export function useKeyList(): KeyListView {
  const search = useSearch({ from: '/projects/$projectId/api-keys' });
  const navigate = useNavigate({ from: '/projects/$projectId/api-keys' });
  const { pages, page, ...filter } = search;
  const query = useList({
    name: 'api-keys',
    filter,
    cursor: cursorOf(search),
    // What is said in days counts from the moment of the request.
    read: (app, cursor) =>
      app.listAllApiKeys({ ...keyFilterOf(filter, new Date()), ...(cursor !== undefined && { cursor }) }),
  });
  const go = (change: KeyListChange, { replace }: { replace: boolean } = { replace: false }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) as KeyListSearch, replace });
  return {
    search,
    query,
    show: (change, options) => go({ ...firstPage, ...change }, options),
    showOnly: (only) => void navigate({ search: only }),
    goOn: (cursor) => go(nextPage(search, cursor)),
    goBack: pages === undefined ? undefined : () => go(previousPage({ pages, ...(page !== undefined && { page }) })),
  };
}
