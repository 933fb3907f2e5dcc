import type { Db } from '../../database/database.ts';
import { lockProject } from '../../database/lock-project.ts';
import { requireTeamMember } from '../teams/index.ts';
import { internalProjectId } from './internal-project.ts';

/**
 * Refuses a team of which the operator is no member, as if it did not exist. Nobody leaves a team until the end of the
 * transaction, so that whoever then wants to finds the team an owner, and it keeps its last member.
 *
 * @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND
 */
export async function requireOwnTeam(db: Db, { userId, teamId }: { userId: string; teamId: string }): Promise<void> {
  await lockProject(db, internalProjectId);
  await requireTeamMember(db, { projectId: internalProjectId, teamId, userId });
}
