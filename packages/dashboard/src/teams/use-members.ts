import type { ServerTeam, ServerUser } from '@latchkey/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListCardProps } from '../lists/list-card.tsx';
import { rowsPerPage } from '../lists/page-search.ts';
import { usePages } from '../lists/use-pages.ts';

export interface MembersView {
  search: string;
  onSearch: (text: string) => void;
  /** There are more members than one page has. */
  isLarge: boolean;
  list: Pick<ListCardProps<ServerUser>, 'query' | 'offset' | 'onPrevious' | 'onNext'>;
}

/** The members of a team that the address asks for. */
export function useMembers(team: ServerTeam): MembersView {
  const from = '/projects/$projectId/teams/$teamId';
  const { search = '' } = useSearch({ from });
  const navigate = useNavigate({ from });
  const query = search.trim();
  const list = usePages({
    name: `members of ${team.id}`,
    filter: { query },
    read: (app, cursor) =>
      app.listUsers({
        teamId: team.id,
        limit: rowsPerPage,
        includeRestricted: true,
        includeAnonymous: true,
        ...(query && { query }),
        ...(cursor !== undefined && { cursor }),
      }),
  });
  return {
    search,
    onSearch: (text) => void navigate({ search: text === '' ? {} : { search: text }, replace: true }),
    isLarge: list.offset > 0 || query !== '' || (list.query.data?.nextCursor ?? null) !== null,
    list,
  };
}
