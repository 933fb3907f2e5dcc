import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { internalProjectId } from './internal-project.ts';
import { deleteProjectRow } from './projects.queries.ts';

/**
 * Deletes the caller's project, who is its administrator, with everything in it.
 *
 * @throws PlainError 403 for `internal`, which nobody may delete
 */
export async function deleteProject(deps: Deps, { project }: Caller): Promise<void> {
  if (project.id === internalProjectId) {
    throw new PlainError(403, 'The project internal is Latchkey itself and cannot be deleted.');
  }
  await inTransaction(deps.db, (db) => deleteProjectRow(db, project.id));
}
