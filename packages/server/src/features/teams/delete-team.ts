import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeTeamAccess } from './authorize-team-access.ts';
import { deleteTeamRow } from './teams.queries.ts';

/**
 * Deletes a team with its memberships, permissions, invitations and API keys; a client needs `$delete_team` in it. A team
 * that owns projects stays, since nobody could administer them any more.
 */
export function deleteTeam(deps: Deps, caller: Caller, teamId: string): Promise<void> {
  return inTransaction(deps.db, async (db) => {
    await authorizeTeamAccess(db, caller, { teamId, permissionId: '$delete_team' });
    const wasFound = await deleteTeamRow(db, { projectId: caller.project.id, teamId }).catch((error: unknown) => {
      throw violatedConstraint(error) === 'projects_owner_team' ? ownsProjects() : error;
    });
    if (!wasFound) throw new KnownError('TEAM_NOT_FOUND', { team_id: teamId });
  });
}

function ownsProjects(): PlainError {
  return new PlainError(400, 'This team owns projects. Delete them, or hand them to another team, before the team.');
}
