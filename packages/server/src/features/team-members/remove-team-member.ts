import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { revokeTeamApiKeysOfCreator } from '../api-keys/index.ts';
import { authorizeTeamAccess, requireOtherOwner } from '../teams/index.ts';
import { deleteMember } from './team-members.queries.ts';

/**
 * Removes a member from a team: a client itself, or others with `$remove_members`. The team's API keys outlive their
 * creator's membership, unless the caller asks to revoke them as well.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_PERMISSION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND
 * @throws PlainError 400 for the last member of a team that owns projects
 */
export function removeTeamMember(
  deps: Deps,
  caller: Caller,
  { teamId, userId }: { teamId: string; userId: string },
  { revokesApiKeys }: { revokesApiKeys: boolean },
): Promise<void> {
  const projectId = caller.project.id;
  const leavesByItself = !isServer(caller) && caller.session?.userId === userId;
  return inTransaction(deps.db, async (db) => {
    await authorizeTeamAccess(db, caller, leavesByItself ? { teamId } : { teamId, permissionId: '$remove_members' });
    await requireOtherOwner(db, { projectId, userId, teamId });
    if (!(await deleteMember(db, { projectId, teamId, userId }))) {
      throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: teamId, user_id: userId });
    }
    if (revokesApiKeys) {
      await revokeTeamApiKeysOfCreator(db, { projectId, teamId, creatorUserId: userId }, deps.clock.now());
    }
  });
}
