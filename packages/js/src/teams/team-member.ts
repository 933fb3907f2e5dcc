import type { AnswerOf } from '@latchkey/contract';
import { cacheKeys } from '../cache/cache-keys.ts';
import type { Scope } from '../http/scope.ts';

type WireMemberProfile = AnswerOf<'getTeamMemberProfile'>;

/** How a member appears in a team. */
export interface TeamMemberProfile {
  displayName: string | null;
  profileImageUrl: string | null;
}

/** How the signed-in user appears in a team. */
export interface EditableTeamMemberProfile extends TeamMemberProfile {
  /** Null: as in the user's own profile. */
  update(changes: Partial<TeamMemberProfile>): Promise<void>;
}

/** A member as the other members see it. */
export interface TeamUser {
  id: string;
  teamProfile: TeamMemberProfile;
}

/** @internal */
export function toTeamUser(wire: WireMemberProfile): TeamUser {
  return { id: wire.user_id, teamProfile: toProfile(wire) };
}

/** @internal */
export function toEditableProfile({ api, cache }: Scope, wire: WireMemberProfile): EditableTeamMemberProfile {
  return {
    ...toProfile(wire),
    async update({ displayName, profileImageUrl }) {
      const changes = { display_name: displayName, profile_image_url: profileImageUrl };
      const path = `/team-member-profiles/${wire.team_id}/${wire.user_id}`;
      Object.assign(this, toProfile(await api.patch<WireMemberProfile>(path, changes)));
      await cache.invalidate(cacheKeys.teamMembers(wire.team_id));
    },
  };
}

function toProfile(wire: WireMemberProfile): TeamMemberProfile {
  return { displayName: wire.display_name, profileImageUrl: wire.profile_image_url };
}
