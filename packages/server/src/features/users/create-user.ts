import type { UserCreation } from '@latchkey/contract';
import type { Db } from '../../database/database.ts';
import type { Project } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { createPrimaryEmail } from '../contact-channels/index.ts';
import { grantDefaultProjectPermissions } from '../permissions/index.ts';
import { createTeam } from '../teams/index.ts';
import { userColumns } from './user-columns.ts';
import { insertUser, updateUserRow, type UserReference } from './users.queries.ts';

/** What a new user is made of; the password comes as the hash to store. */
export type NewUser = Omit<UserCreation, 'password' | 'password_hash' | 'oauth_providers'> & {
  password_hash?: string | null | undefined;
};

/**
 * Creates a user in a transaction, with the primary address, the default permissions of the project, and, where the
 * project has them, a personal team.
 *
 * @returns the id of the user
 * @throws KnownError USER_EMAIL_ALREADY_EXISTS when another user signs in with the address
 */
export async function createUser(deps: Deps, db: Db, project: Project, user: NewUser): Promise<string> {
  const { password_hash = null, ...profile } = user;
  const reference = { projectId: project.id, userId: deps.random.uuid() };
  const now = deps.clock.now();
  await insertUser(db, {
    ...userColumns(profile),
    project_id: project.id,
    id: reference.userId,
    password_hash,
    signed_up_at: now,
    last_active_at: now,
  });
  await addPrimaryEmail(deps, db, reference, user);
  await grantDefaultProjectPermissions(db, reference);
  if (project.settings.create_team_on_sign_up) await addPersonalTeam(deps, db, reference, user);
  return reference.userId;
}

async function addPrimaryEmail(deps: Deps, db: Db, reference: UserReference, user: NewUser): Promise<void> {
  const isVerified = user.primary_email_verified === true;
  const usedForAuth = user.primary_email_auth_enabled === true;
  if (user.primary_email != null) {
    await createPrimaryEmail(deps, db, { ...reference, email: user.primary_email, isVerified, usedForAuth });
  } else if (isVerified || usedForAuth) {
    throw new PlainError(400, 'Only a user with a primary e-mail address can have it verified or sign in with it.');
  }
}

async function addPersonalTeam(deps: Deps, db: Db, reference: UserReference, user: NewUser): Promise<void> {
  const owner = user.display_name || user.primary_email;
  const team = await createTeam(deps, db, {
    projectId: reference.projectId,
    displayName: owner ? `${owner}'s Team` : 'Personal Team',
    creatorUserId: reference.userId,
  });
  await updateUserRow(db, reference, { selected_team_id: team.id });
}
