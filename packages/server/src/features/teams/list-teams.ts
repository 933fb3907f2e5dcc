import type { Caller } from '../../http/caller.ts';
import { type PageWish, presentList, readCursor, rowsToRead, timeCursorKey } from '../../http/page.ts';
import { resolveOwnUserFilter } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { presentTeam } from './present-team.ts';
import { selectTeams, type TeamRecord } from './teams.queries.ts';

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
  return presentList(teams, wish, {
    present: (team: TeamRecord) => presentTeam(caller, team),
    keyOf: ({ created_at, id }) => [created_at.getTime(), id],
  });
}
