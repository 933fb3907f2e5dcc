import type { ProjectFields } from '@latchkey/contract';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { changeProject } from './change-project.ts';
import type { ProjectRecord } from './projects.queries.ts';

/** Changes the caller's project, who is its administrator; all of it or nothing. */
export function updateProject(deps: Deps, { project }: Caller, changes: ProjectFields): Promise<ProjectRecord> {
  return inTransaction(deps.db, (db) => changeProject(db, project.id, changes));
}
