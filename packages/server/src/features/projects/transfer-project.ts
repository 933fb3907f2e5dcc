import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { updateOwnerTeam } from './projects.queries.ts';
import { requireOperator } from './require-operator.ts';
import { requireOwnTeam } from './require-own-team.ts';

/**
 * Gives a project that a team of the operator owns to another team of the operator.
 *
 * @throws KnownError PROJECT_NOT_FOUND also when the project is another team's; TEAM_MEMBERSHIP_NOT_FOUND
 */
export async function transferProject(
  deps: Deps,
  caller: Caller,
  { project_id, new_team_id }: { project_id: string; new_team_id: string },
): Promise<void> {
  const userId = requireOperator(caller);
  await inTransaction(deps.db, async (db) => {
    await requireOwnTeam(db, { userId, teamId: new_team_id });
    const isTheirs = await updateOwnerTeam(db, { projectId: project_id, newTeamId: new_team_id, userId });
    if (!isTheirs) throw new KnownError('PROJECT_NOT_FOUND', { project_id });
  });
}
