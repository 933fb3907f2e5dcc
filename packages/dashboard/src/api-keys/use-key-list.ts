import type { HeldApiKey, Page } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ListAddress, listAddress } from '../lists/list-address.ts';
import { cursorOf } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { type KeyListSearch, keyFilterOf } from './key-list-search.ts';

export interface KeyListView extends ListAddress<KeyListSearch> {
  search: KeyListSearch;
  query: UseQueryResult<Page<HeldApiKey>>;
  /** Shows the first page of this alone. */
  showOnly: (search: KeyListSearch) => void;
}

/** The keys that the address asks for, and the ways to others. */
export function useKeyList(): KeyListView {
  const search = useSearch({ from: '/projects/$projectId/api-keys' });
  const navigate = useNavigate({ from: '/projects/$projectId/api-keys' });
  const { pages: _pages, page: _page, ...filter } = search;
  const query = useList({
    name: 'api-keys',
    filter,
    cursor: cursorOf(search),
    // What is said in days counts from the moment of the request.
    read: (app, cursor) =>
      app.listAllApiKeys({ ...keyFilterOf(filter, new Date()), ...(cursor !== undefined && { cursor }) }),
  });
  return {
    ...listAddress<KeyListSearch>(search, navigate),
    search,
    query,
    showOnly: (only) => void navigate({ search: only }),
  };
}
