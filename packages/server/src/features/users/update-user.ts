import type { UserUpdate } from '@latchkey/contract';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import type { Project } from '../../http/caller.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { setPrimaryEmail } from '../contact-channels/index.ts';
import { endWaysIn } from './end-ways-in.ts';
import { getUser } from './find-user.ts';
import { newPasswordHash } from './new-password-hash.ts';
import { refuseSecondFactors } from './refuse-second-factors.ts';
import { userColumns } from './user-columns.ts';
import { updateUserRow, type UserRecord, type UserReference } from './users.queries.ts';

/**
 * Changes a user. A new password, and a restriction by an administrator, end the sessions and unused reset links of the
 * user. Who may change which field has been decided by the schema of the caller's access level.
 *
 * @throws KnownError USER_NOT_FOUND, USER_EMAIL_ALREADY_EXISTS, PASSWORD_TOO_SHORT, TEAM_MEMBERSHIP_NOT_FOUND
 * @throws PlainError 400 for a second factor
 */
export async function updateUser(
  deps: Deps,
  project: Project,
  userId: string,
  fields: UserUpdate,
): Promise<UserRecord> {
  refuseSecondFactors(fields);
  const reference = { projectId: project.id, userId };
  const { password, password_hash: importedHash, ...profile } = fields;
  const password_hash = await newPasswordHash(fields);
  const columns = { ...userColumns(profile), ...(password_hash !== undefined && { password_hash }) };

  return inTransaction(deps.db, async (db) => {
    const isFound = await updateUserRow(db, reference, columns).catch((error: unknown) =>
      refuseForeignTeam(error, reference, fields),
    );
    if (!isFound) throw new KnownError('USER_NOT_FOUND');
    if (saysSomethingAboutEmail(fields)) {
      await setPrimaryEmail(deps, db, {
        ...reference,
        email: fields.primary_email,
        isVerified: fields.primary_email_verified,
        usedForAuth: fields.primary_email_auth_enabled,
      });
    }
    if (password_hash !== undefined || fields.restricted_by_admin === true) await endWaysIn(db, reference);
    return getUser(db, { project, userId });
  });
}

function saysSomethingAboutEmail(fields: UserUpdate): boolean {
  return [fields.primary_email, fields.primary_email_verified, fields.primary_email_auth_enabled].some(
    (field) => field !== undefined,
  );
}

/** Only a team of the user can be selected; a foreign key sees to it, so that leaving the team at the same time does not win. */
function refuseForeignTeam(error: unknown, { userId }: UserReference, { selected_team_id }: UserUpdate): never {
  if (violatedConstraint(error) !== 'users_selected_team') throw error;
  throw new KnownError('TEAM_MEMBERSHIP_NOT_FOUND', { team_id: selected_team_id ?? '', user_id: userId });
}
