import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeTeamAccess } from './authorize-team-access.ts';
import { type TeamChange, type TeamRecord, updateTeamRow } from './teams.queries.ts';

/** Changes a team; a client needs `$update_team` in it. */
export function updateTeam(deps: Deps, caller: Caller, teamId: string, change: TeamChange): Promise<TeamRecord> {
  return inTransaction(deps.db, async (db) => {
    await authorizeTeamAccess(db, caller, { teamId, permissionId: '$update_team' });
    const team = await updateTeamRow(db, { projectId: caller.project.id, teamId }, change);
    if (team === null) throw new KnownError('TEAM_NOT_FOUND', { team_id: teamId });
    return team;
  });
}
