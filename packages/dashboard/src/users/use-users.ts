import type { Page, ServerUser } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ListAddress, listAddress } from '../lists/list-address.ts';
import { cursorOf } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { type UserSearch, userFilterOf } from './user-search.ts';

export interface UsersView extends ListAddress<UserSearch> {
  search: UserSearch;
  query: UseQueryResult<Page<ServerUser>>;
  /** Whether a search or a filter leaves somebody out. */
  isNarrowed: boolean;
  clear: () => void;
}

/** The users that the address asks for, and the ways to others. */
export function useUsers(): UsersView {
  const search = useSearch({ from: '/projects/$projectId/users' });
  const navigate = useNavigate({ from: '/projects/$projectId/users' });
  const filter = userFilterOf(search);
  const query = useList({
    name: 'users',
    filter,
    cursor: cursorOf(search),
    read: (app, cursor) => app.listUsers({ ...filter, ...(cursor !== undefined && { cursor }) }),
  });
  const address = listAddress<UserSearch>(search, navigate);
  return {
    ...address,
    search,
    query,
    isNarrowed: Boolean(search.search?.trim()) || search.status !== undefined,
    clear: () => address.show({ search: undefined, status: undefined }),
  };
}
