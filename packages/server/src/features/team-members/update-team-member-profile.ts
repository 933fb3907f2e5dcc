import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeProfileChange } from './authorize-profile-access.ts';
import { readTeamMemberProfile } from './get-team-member-profile.ts';
import { updateMemberRow } from './team-members.queries.ts';

/**
 * Changes how a member appears in a team; null goes back to the user's own name or image.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND
 * @throws PlainError 403 when a client names another user
 */
export function updateTeamMemberProfile(
  deps: Deps,
  caller: Caller,
  member: { teamId: string; userId: string },
  change: { display_name?: string | null | undefined; profile_image_url?: string | null | undefined },
) {
  authorizeProfileChange(caller, member.userId);
  return inTransaction(deps.db, async (db) => {
    await updateMemberRow(db, { projectId: caller.project.id, ...member }, change);
    return readTeamMemberProfile(db, caller, member);
  });
}
