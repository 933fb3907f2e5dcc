import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { authorizeTeamAccess } from './authorize-team-access.ts';
import { findTeam, type TeamRecord } from './teams.queries.ts';

/** Reads a team; a client must be a member of it. */
export async function getTeam({ db }: Deps, caller: Caller, teamId: string): Promise<TeamRecord> {
  await authorizeTeamAccess(db, caller, { teamId });
  const team = await findTeam(db, { projectId: caller.project.id, teamId });
  if (team === null) throw new KnownError('TEAM_NOT_FOUND', { team_id: teamId });
  return team;
}
