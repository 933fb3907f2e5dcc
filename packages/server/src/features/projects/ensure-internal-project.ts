import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { createInitialPermissions } from '../permissions/index.ts';
import { insertProject, updateProjectRow } from './projects.queries.ts';
import { internalProjectId } from './internal-project.ts';

/**
 * Makes the project `internal`, whose users are the operators, at the first start; at each start, gives it the settings
 * that the environment decides. Nodes that start together wait for one another at the row.
 */
export async function ensureInternalProject(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (db) => {
    const outcome = await insertProject(db, {
      id: internalProjectId,
      display_name: 'Latchkey',
      owner_team_id: null,
      created_at: deps.clock.now(),
    });
    if (outcome === 'inserted') await createInitialPermissions(db, internalProjectId);
    await updateProjectRow(db, internalProjectId, { project_overrides: JSON.stringify(settingsOfInternal(deps)) });
  });
}

function settingsOfInternal({ publicUrl, operatorSignUpOpen }: Deps) {
  return {
    'auth.allowSignUp': operatorSignUpOpen,
    'teams.createPersonalTeamOnSignUp': true,
    'teams.allowClientTeamCreation': true,
    'domains.trustedDomains': { latchkey: { baseUrl: new URL(publicUrl).origin } },
  };
}
