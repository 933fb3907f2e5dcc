import type { Page, ServerTeam } from '@latchkey/react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ListAddress, listAddress } from '../lists/list-address.ts';
import { cursorOf } from '../lists/page-search.ts';
import { useList } from '../lists/use-list.ts';
import { teamFilterOf, type TeamSearch } from './team-search.ts';

export interface TeamsView extends ListAddress<TeamSearch> {
  search: TeamSearch;
  query: UseQueryResult<Page<ServerTeam>>;
  /** Whether a search leaves a team out. */
  isNarrowed: boolean;
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
  return {
    ...listAddress<TeamSearch>(search, navigate),
    search,
    query,
    isNarrowed: Boolean(search.search?.trim()),
  };
}
