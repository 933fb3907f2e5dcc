import type { Page, ServerUser } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { cursorOf, firstPage, nextPage, previousPage } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { type UserSearch, userFilterOf } from './user-search.ts';

export type UserSearchChange = { [Name in keyof UserSearch]?: UserSearch[Name] | undefined };

export interface UsersView {
  search: UserSearch;
  query: UseQueryResult<Page<ServerUser>>;
  /** Whether a search or a filter leaves somebody out. */
  isNarrowed: boolean;
  /** Shows the first page of something else; while typing, without a step in the browser's history. */
  show: (change: UserSearchChange, options?: { replace: boolean }) => void;
  goOn: (cursor: string) => void;
  /** Undefined on the first page. */
  goBack: (() => void) | undefined;
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
  const go = (change: UserSearchChange, { replace }: { replace: boolean } = { replace: false }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) as UserSearch, replace });
  return {
    search,
    query,
    isNarrowed: Boolean(search.search?.trim()) || search.status !== undefined,
    show: (change, options) => go({ ...firstPage, ...change }, options),
    goOn: (cursor) => go(nextPage(search, cursor)),
    goBack: search.pages === undefined ? undefined : () => go(previousPage(search)),
    clear: () => go({ ...firstPage, search: undefined, status: undefined }),
  };
}
