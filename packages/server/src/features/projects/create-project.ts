import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { addProject, type NewProject } from './add-project.ts';
import type { ProjectRecord } from './projects.queries.ts';
import { requireOperator } from './require-operator.ts';
import { requireOwnTeam } from './require-own-team.ts';

/**
 * Creates a project that a team of the operator owns.
 *
 * @throws KnownError EXPECTED_INTERNAL_PROJECT, USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND, and as `addProject`
 */
export function createProject(
  deps: Deps,
  caller: Caller,
  project: NewProject & { owner_team_id: string },
): Promise<ProjectRecord> {
  const userId = requireOperator(caller);
  return inTransaction(deps.db, async (db) => {
    await requireOwnTeam(db, { userId, teamId: project.owner_team_id });
    return addProject(deps, db, project);
  });
}
