import type { Page, ServerTeam } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { cursorOf, firstPage, nextPage, previousPage } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { teamFilterOf, type TeamSearch } from './team-search.ts';

type TeamSearchChange = { [Name in keyof TeamSearch]?: TeamSearch[Name] | undefined };

export interface TeamsView {
  search: TeamSearch;
  query: UseQueryResult<Page<ServerTeam>>;
  /** Whether a search leaves a team out. */
  isNarrowed: boolean;
  /** Shows the first page of something else; while typing, without a step in the browser's history. */
  show: (change: TeamSearchChange, options?: { replace: boolean }) => void;
  goOn: (cursor: string) => void;
  /** Undefined on the first page. */
  goBack: (() => void) | undefined;
}

/** The teams that the address asks for, and the ways to others. */
export function useTeams(): TeamsView {
  const search = useSearch({ from: '/projects/$projectId/teams' });
  const navigate = useNavigate({ from: '/projects/$projectId/teams' });
  const filter = teamFilterOf(search);
  const query = useList({
    name: 'teams',
    filter,
    cursor: cursorOf(search),
    read: (app, cursor) => app.listTeams({ ...filter, ...(cursor !== undefined && { cursor }) }),
  });
  const go = (change: TeamSearchChange, { replace }: { replace: boolean } = { replace: false }): void =>
    void navigate({ search: (before) => ({ ...before, ...change }) as TeamSearch, replace });
  return {
    search,
    query,
    isNarrowed: Boolean(search.search?.trim()),
    show: (change, options) => go({ ...firstPage, ...change }, options),
    goOn: (cursor) => go(nextPage(search, cursor)),
    goBack: search.pages === undefined ? undefined : () => go(previousPage(search)),
  };
}
