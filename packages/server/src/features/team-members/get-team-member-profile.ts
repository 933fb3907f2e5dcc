import type { Db } from '../../database/database.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeProfileReading } from './authorize-profile-access.ts';
import { presentMemberProfiles } from './present-member-profiles.ts';
import { selectMemberProfile } from './team-members.queries.ts';

interface MemberOf {
  teamId: string;
  userId: string;
}

/** Reads one member of a team; a client needs `$read_members` to see others. */
export async function getTeamMemberProfile({ db }: Deps, caller: Caller, member: MemberOf) {
  await authorizeProfileReading(db, caller, member);
  return readTeamMemberProfile(db, caller, member);
}

/** @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND */
export async function readTeamMemberProfile(db: Db, caller: Caller, { teamId, userId }: MemberOf) {
  const profile = await selectMemberProfile(db, { projectId: caller.project.id, teamId, userId });
  const [presented] = profile === undefined ? [] : await presentMemberProfiles(db, caller, [profile]);
  if (presented === undefined) {
    throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: teamId, user_id: userId });
  }
  return presented;
}
