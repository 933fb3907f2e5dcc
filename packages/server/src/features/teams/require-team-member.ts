import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { isTeamMember, type TeamMembership } from './team-membership.queries.ts';

/**
 * Makes sure that a user is a member of a team. A team that does not exist looks the same as one of others.
 *
 * @throws KnownError TEAM_MEMBERSHIP_NOT_FOUND
 */
export async function requireTeamMember(db: Db, membership: TeamMembership): Promise<void> {
  if (await isTeamMember(db, membership)) return;
  throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: membership.teamId, user_id: membership.userId });
}
