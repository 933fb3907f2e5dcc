import { expect, it } from 'vitest';
import { readTeamSearch, teamFilterOf } from './team-search.ts';

it('shows all teams, newest first, where the address says nothing', () => {
  expect(readTeamSearch({ search: [], order: 'descending' })).toEqual({});
  expect(teamFilterOf({})).toEqual({ limit: 50, includeCounts: true, orderBy: 'createdAt', desc: true });
});

it('keeps what the address says', () => {
  const search = readTeamSearch({ search: 7, order: 'ascending', pages: ['a', 'b'] });
  expect(search).toEqual({ search: '7', order: 'ascending', pages: ['a', 'b'], page: 3 });
  expect(teamFilterOf(search)).toMatchObject({ query: '7', desc: false });
});
