import type { UserCreation } from '@latchkey/contract';
import { inTransaction } from '../../database/transaction.ts';
import type { Project } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { createUser } from './create-user.ts';
import { getUser } from './find-user.ts';
import { newPasswordHash } from './new-password-hash.ts';
import { refuseSecondFactors } from './refuse-second-factors.ts';
import type { UserRecord } from './users.queries.ts';

/**
 * Adds a user on the word of the application's server, which may set every field.
 *
 * @returns the user as it is before the personal team is selected, as upstream's clients know it
 * @throws KnownError USER_EMAIL_ALREADY_EXISTS, PASSWORD_TOO_SHORT
 * @throws PlainError 400 for a second factor
 */
export async function addUser(deps: Deps, project: Project, fields: UserCreation): Promise<UserRecord> {
  refuseSecondFactors(fields);
  const { password, oauth_providers, ...profile } = fields;
  const password_hash = await newPasswordHash(fields);
  return inTransaction(deps.db, async (db) => {
    const userId = await createUser(deps, db, project, { ...profile, password_hash });
    return { ...(await getUser(db, { project, userId })), selected_team_id: null, selected_team: null };
  });
}
