import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { isTeamMember } from '../teams/index.ts';
import { internalProjectId } from './internal-project.ts';

/**
 * Refuses a team of which the operator is no member, as if it did not exist.
 *
 * @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND
 */
export async function requireOwnTeam(db: Db, { userId, teamId }: { userId: string; teamId: string }): Promise<void> {
  if (await isTeamMember(db, { projectId: internalProjectId, teamId, userId })) return;
  throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: teamId, user_id: userId });
}
