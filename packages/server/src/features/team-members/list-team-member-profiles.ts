import { z } from 'zod';
import type { Db } from '../../database/database.ts';
import type { Caller } from '../../http/caller.ts';
import {
  cutPage,
  instantFromCursor,
  type PageWish,
  presentList,
  readCursor,
  rowsToRead,
} from '../../http/pagination.ts';
import { resolveOwnUserFilter, resolveUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeProfileReading } from './authorize-profile-access.ts';
import { presentMemberProfiles } from './present-member-profiles.ts';
import { selectMemberProfiles } from './team-members.queries.ts';

interface ProfilesWish extends PageWish {
  team_id?: string | undefined;
  user_id?: string | undefined;
}

const cursorKey = z
  .tuple([instantFromCursor, z.uuid(), z.uuid()])
  .transform(([at, userId, teamId]) => ({ at, userId, teamId }));

/** The members of a team, or the memberships of a user, in the order of joining. */
export async function listTeamMemberProfiles({ db }: Deps, caller: Caller, wish: ProfilesWish) {
  const { teamId, userId } = await authorizedFilter(db, caller, wish);
  const profiles = await selectMemberProfiles(db, {
    projectId: caller.project.id,
    teamId,
    userId,
    after: readCursor(wish.cursor, cursorKey),
    limit: rowsToRead(wish),
  });
  const page = cutPage(profiles, wish, ({ joinedAt, userId, teamId }) => [joinedAt.getTime(), userId, teamId]);
  const shown = await presentMemberProfiles(db, caller, page.items);
  return presentList({ ...page, items: shown }, (profile) => profile);
}

async function authorizedFilter(db: Db, caller: Caller, { team_id, user_id }: ProfilesWish) {
  if (team_id === undefined) return { teamId: undefined, userId: resolveOwnUserFilter(caller, user_id) };
  const userId = user_id === undefined ? undefined : resolveUserId(caller, user_id);
  await authorizeProfileReading(db, caller, { teamId: team_id, userId });
  return { teamId: team_id, userId };
}
