import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../platform/deps.ts';
import { issueFirstKeys, type FirstKeys } from '../project-keys/index.ts';
import { addProject, findUnownedProjectId } from '../projects/index.ts';
import { lockClaimState } from './installation.queries.ts';

/** The project that an application can use before anybody operates the installation. */
export interface FirstProject {
  id: string;
  /** Only at the start that made it, since nobody can read them again. */
  keys: FirstKeys | null;
}

/**
 * Makes a project with API keys of both kinds switched on, so that an application runs against a fresh installation at
 * once. Nobody owns it, so nobody administers it, until the first operator claims the installation and it with it.
 *
 * @returns null when the installation is claimed
 */
export function makeFirstProject(deps: Deps): Promise<FirstProject | null> {
  return inTransaction(deps.db, async (db) => {
    const { claimed_at } = await lockClaimState(db);
    if (claimed_at !== null) return null;
    const present = await findUnownedProjectId(db);
    if (present !== undefined) return { id: present, keys: null };
    const { id } = await addProject(deps, db, {
      display_name: 'My application',
      owner_team_id: null,
      config: { allow_user_api_keys: true, allow_team_api_keys: true },
    });
    return { id, keys: await issueFirstKeys(deps, db, id) };
  });
}
