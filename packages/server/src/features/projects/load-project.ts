import type { Db } from '../../database/database.ts';
import type { Project } from '../../http/caller.ts';
import { getProject } from './get-project.ts';
import { settingsFrom } from './settings-from.ts';

/**
 * A project as requests know it, for work that no request of that project asked for.
 *
 * @throws KnownError CURRENT_PROJECT_NOT_FOUND
 */
export async function loadProject(db: Db, projectId: string): Promise<Project> {
  const record = await getProject(db, projectId);
  return {
    id: record.id,
    displayName: record.display_name,
    ownerTeamId: record.owner_team_id,
    settings: settingsFrom(record),
  };
}
