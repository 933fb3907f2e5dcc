import type { ProjectFields } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { createInitialPermissions } from '../permissions/index.ts';
import { changeProject } from './change-project.ts';
import { insertProject, type ProjectRecord } from './projects.queries.ts';

export type NewProject = ProjectFields & {
  display_name: string;
  /** Null: the project waits for its first operator. */
  owner_team_id: string | null;
  is_development_environment?: boolean | undefined;
};

/**
 * Adds a project with the permissions that every project starts with, in a transaction.
 *
 * @throws KnownError PERMISSION_NOT_FOUND, WRONG_PERMISSION_SCOPE for what new members and users should get
 */
export async function addProject(deps: Deps, db: Db, project: NewProject): Promise<ProjectRecord> {
  const { display_name, owner_team_id, is_development_environment = false, ...fields } = project;
  const id = deps.random.uuid();
  await insertProject(db, {
    id,
    display_name,
    owner_team_id,
    is_development_environment,
    created_at: deps.clock.now(),
  });
  await createInitialPermissions(db, id);
  return changeProject(db, id, fields);
}
