import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type Caller, isServer, type Project } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { internalProjectId } from '../projects/index.ts';
import { isLastOperator, lockOperators, selectTeamsLeftWithoutMember } from './operators.queries.ts';
import { deleteUserRow } from './users.queries.ts';

/** A client deletes only its own user, and only where the project lets it. */
export function requireUserDeletionAllowed(caller: Caller): void {
  if (isServer(caller) || caller.project.settings.client_user_deletion_enabled) return;
  throw new PlainError(400, 'Users cannot delete themselves in this project. Its operators can switch that on.');
}

/**
 * Deletes a user with all that is theirs, at once everywhere: sessions, addresses, memberships and API keys.
 *
 * @throws KnownError USER_NOT_FOUND
 * @throws PlainError 400 for an operator whom the installation or a project cannot do without
 */
export async function deleteUser(deps: Deps, project: Project, userId: string): Promise<void> {
  await inTransaction(deps.db, async (db) => {
    if (project.id === internalProjectId) await refuseIndispensableOperator(db, userId);
    const isFound = await deleteUserRow(db, { projectId: project.id, userId });
    if (!isFound) throw new KnownError('USER_NOT_FOUND');
  });
}

/** Nobody could ever take the installation, or those projects, again. */
async function refuseIndispensableOperator(db: Db, userId: string): Promise<void> {
  await lockOperators(db);
  if (await isLastOperator(db, userId)) {
    throw new PlainError(400, 'This is the last operator of the installation. Invite another one first.');
  }
  const [team] = await selectTeamsLeftWithoutMember(db, userId);
  if (team !== undefined) {
    throw new PlainError(
      400,
      `This is the last member of the team "${team.display_name}", which owns projects. Add another member, or transfer or delete the projects first.`,
    );
  }
}
