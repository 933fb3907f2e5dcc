import type { Caller } from '../../http/caller.ts';
import { cutPage, type PageWish, presentList, readCursor, rowsToRead, timeCursorKey } from '../../http/pagination.ts';
import { resolveOwnUserFilter } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { presentTeam } from './present-team.ts';
import { selectTeams } from './teams.queries.ts';

interface TeamsWish extends PageWish {
  user_id?: string | undefined;
  query?: string | undefined;
  desc?: boolean | undefined;
}

/** Teams in the order of their creation: all of the project, or those of a user; a client sees its own. */
export async function listTeams({ db }: Deps, caller: Caller, wish: TeamsWish) {
  const teams = await selectTeams(db, {
    projectId: caller.project.id,
    memberId: resolveOwnUserFilter(caller, wish.user_id),
    query: wish.query,
    direction: wish.desc === true ? 'desc' : 'asc',
    after: readCursor(wish.cursor, timeCursorKey),
    limit: rowsToRead(wish),
  });
  const page = cutPage(teams, wish, ({ created_at, id }) => [created_at.getTime(), id]);
  return presentList(page, (team) => presentTeam(caller, team));
}
