import type { Db } from '../../database/database.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { cutPage, type PageWish, presentList, readCursor, rowsToRead, timeCursorKey } from '../../http/pagination.ts';
import { resolveOwnUserFilter } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { presentTeam } from './present-team.ts';
import { countForTeams, type TeamCounts } from './team-counts.queries.ts';
import { selectTeams, type TeamRecord } from './teams.queries.ts';

interface TeamsWish extends PageWish {
  user_id?: string | undefined;
  query?: string | undefined;
  desc?: boolean | undefined;
  include?: ReadonlySet<'counts'> | undefined;
}

/** Counting for a thousand teams at once could take long: with counts, the list comes in pages of at most so many. */
const maxCountedPage = 200;

/** Teams in the order of their creation: all of the project, or those of a user; a client sees its own. */
export async function listTeams({ db }: Deps, caller: Caller, wish: TeamsWish) {
  const isCounted = wish.include?.has('counts') ?? false;
  if (isCounted && !isServer(caller)) throw new PlainError(400, 'Counts are not for clients: call from your server.');
  const part = isCounted ? { ...wish, limit: Math.min(wish.limit ?? maxCountedPage, maxCountedPage) } : wish;
  const teams = await selectTeams(db, {
    projectId: caller.project.id,
    memberId: resolveOwnUserFilter(caller, wish.user_id),
    query: wish.query === '' ? undefined : wish.query,
    direction: wish.desc === true ? 'desc' : 'asc',
    after: readCursor(wish.cursor, timeCursorKey),
    limit: rowsToRead(part),
  });
  const page = cutPage(teams, part, ({ created_at, id }) => [created_at.getTime(), id]);
  const counts = isCounted ? await countsOf(db, caller, page.items) : undefined;
  return presentList(page, (team) => ({
    ...presentTeam(caller, team),
    ...(counts && { counts: counts.get(team.id) }),
  }));
}

function countsOf(db: Db, caller: Caller, teams: readonly TeamRecord[]): Promise<Map<string, TeamCounts>> {
  return countForTeams(
    db,
    caller.project.id,
    teams.map(({ id }) => id),
  );
}
