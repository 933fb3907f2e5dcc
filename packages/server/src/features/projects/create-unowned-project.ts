import { projectSettings, type ProjectSettings } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { createInitialPermissions } from '../permissions/index.ts';
import { insertProject, updateProjectRow } from './projects.queries.ts';

export interface UnownedProject {
  displayName: string;
  settings: Partial<ProjectSettings>;
}

/** A project that waits for its first operator. */
export async function createUnownedProject(
  deps: Deps,
  db: Db,
  { displayName, settings }: UnownedProject,
): Promise<string> {
  const id = deps.random.uuid();
  await insertProject(db, { id, display_name: displayName, owner_team_id: null, created_at: deps.clock.now() });
  await createInitialPermissions(db, id);
  const overrides = Object.entries(settings).map(([name, value]) => [
    projectSettings[name as keyof ProjectSettings].overrideKey,
    value,
  ]);
  await updateProjectRow(db, id, { environment_overrides: JSON.stringify(Object.fromEntries(overrides)) });
  return id;
}
