import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { createInitialPermissions } from '../permissions/index.ts';
import { insertProject } from './projects.queries.ts';

export interface NewProject {
  displayName: string;
  /** A team of the project `internal`. */
  ownerTeamId: string;
}

/** Makes a project with the initial settings and permissions, and answers its id. */
export async function createProject(deps: Deps, db: Db, { displayName, ownerTeamId }: NewProject): Promise<string> {
  const id = deps.random.uuid();
  await insertProject(db, {
    id,
    display_name: displayName,
    owner_team_id: ownerTeamId,
    created_at: deps.clock.now(),
  });
  await createInitialPermissions(db, id);
  return id;
}
