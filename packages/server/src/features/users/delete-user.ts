import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer, type Project } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { internalProjectId } from '../projects/index.ts';
import { requireOtherOwner } from '../teams/index.ts';
import { deleteUserRow, isLastOperator } from './users.queries.ts';

/** A client deletes only its own user, and only where the project lets it. */
export function requireUserDeletionAllowed(caller: Caller): void {
  if (isServer(caller) || caller.project.settings.client_user_deletion_enabled) return;
  throw new PlainError(400, 'Users cannot delete themselves in this project. Its operators can switch that on.');
}

/**
 * Deletes a user with all that is theirs, at once everywhere: sessions, addresses, memberships and API keys.
 *
 * @throws KnownError USER_NOT_FOUND
 * @throws PlainError 400 for the last operator, and for the last member of a team that owns projects
 */
export async function deleteUser(deps: Deps, project: Project, userId: string): Promise<void> {
  const reference = { projectId: project.id, userId };
  await inTransaction(deps.db, async (db) => {
    await requireOtherOwner(db, reference);
    if (project.id === internalProjectId) await refuseLastOperator(db, userId);
    const isFound = await deleteUserRow(db, reference);
    if (!isFound) throw new KnownError('USER_NOT_FOUND');
  });
}

/** Under the lock of `requireOtherOwner`, so that of the last two operators one stays. */
async function refuseLastOperator(db: Db, userId: string): Promise<void> {
  if (!(await isLastOperator(db, userId))) return;
  throw new PlainError(400, 'This is the last operator of the installation. Invite another one first.');
}
