import type { ProjectFields } from '@latchkey/contract';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { createInitialPermissions } from '../permissions/index.ts';
import { changeProject } from './change-project.ts';
import { insertProject, ownerTeamConstraint, type ProjectRecord } from './projects.queries.ts';
import { requireOperator } from './require-operator.ts';
import { requireOwnTeam } from './require-own-team.ts';

export type NewProject = ProjectFields & {
  display_name: string;
  owner_team_id: string;
  is_development_environment?: boolean | undefined;
};

/**
 * Creates a project that a team of the operator owns.
 *
 * @throws KnownError EXPECTED_INTERNAL_PROJECT, USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND
 */
export async function createProject(deps: Deps, caller: Caller, project: NewProject): Promise<ProjectRecord> {
  const userId = requireOperator(caller);
  const { display_name, owner_team_id, is_development_environment = false, ...fields } = project;
  const id = deps.random.uuid();
  return inTransaction(deps.db, async (db) => {
    await requireOwnTeam(db, { userId, teamId: owner_team_id });
    await insertProject(db, {
      id,
      display_name,
      owner_team_id,
      is_development_environment,
      created_at: deps.clock.now(),
    });
    await createInitialPermissions(db, id);
    return changeProject(db, id, fields);
  }).catch((error: unknown) => {
    // The team was deleted in the meantime.
    if (violatedConstraint(error) !== ownerTeamConstraint) throw error;
    throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: owner_team_id, user_id: userId });
  });
}
