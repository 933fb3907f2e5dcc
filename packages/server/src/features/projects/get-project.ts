import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { type ProjectRecord, selectProject } from './projects.queries.ts';

/**
 * The caller's project with its configuration.
 *
 * @throws KnownError CURRENT_PROJECT_NOT_FOUND when it was deleted since the caller was identified
 */
export async function getProject(db: Db, projectId: string): Promise<ProjectRecord> {
  const project = await selectProject(db, projectId);
  if (project === undefined) throw new KnownError('CURRENT_PROJECT_NOT_FOUND', { project_id: projectId });
  return project;
}
