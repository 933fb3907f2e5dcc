import type { clientTeamMemberProfile, serverTeamMemberProfile } from '@latchkey/contract';
import type { z } from 'zod';
import type { Db } from '../../database/database.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { findUsers, presentUser } from '../users/index.ts';
import type { MemberProfile } from './team-members.queries.ts';

type ClientProfile = z.input<typeof clientTeamMemberProfile>;
type ServerProfile = z.input<typeof serverTeamMemberProfile>;

/** Members as the caller may see them: the application's server sees the whole user of each. */
export async function presentMemberProfiles(
  db: Db,
  caller: Caller,
  profiles: readonly MemberProfile[],
): Promise<(ClientProfile | ServerProfile)[]> {
  if (!isServer(caller)) return profiles.map(presentClientProfile);
  const { project } = caller;
  const users = await findUsers(db, { project, userIds: profiles.map(({ userId }) => userId) });
  return profiles.flatMap((profile) => {
    const user = users.get(profile.userId);
    // Deleted since the profiles were read, and a member no longer.
    if (user === undefined) return [];
    return [{ ...presentClientProfile(profile), user: presentUser(user, project) }];
  });
}

function presentClientProfile({ teamId, userId, displayName, profileImageUrl }: MemberProfile): ClientProfile {
  return { team_id: teamId, user_id: userId, display_name: displayName, profile_image_url: profileImageUrl };
}
