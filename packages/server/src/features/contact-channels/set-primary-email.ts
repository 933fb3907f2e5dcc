import type { Db } from '../../database/database.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  type ChannelOwner,
  type ContactChannelRecord,
  deleteContactChannelRow,
  insertContactChannel,
  lockUser,
  selectContactChannelByValue,
  selectPrimaryChannel,
  updateContactChannelRow,
} from './contact-channels.queries.ts';
import { normalizeEmail } from './normalize-email.ts';

export interface NewPrimaryEmail extends ChannelOwner {
  email: string;
  isVerified: boolean;
  usedForAuth: boolean;
}

export interface PrimaryEmailChange extends ChannelOwner {
  /** Null takes the address away; undefined leaves it. */
  email?: string | null | undefined;
  /** By default a new address is unverified. */
  isVerified?: boolean | undefined;
  /** By default a new address is used as the one before was. */
  usedForAuth?: boolean | undefined;
}

/**
 * Gives a new user the primary address.
 *
 * @throws KnownError USER_EMAIL_ALREADY_EXISTS when another user signs in with it
 */
export async function createPrimaryEmail(
  { clock, random }: Pick<Deps, 'clock' | 'random'>,
  db: Db,
  { projectId, userId, email, isVerified, usedForAuth }: NewPrimaryEmail,
): Promise<ContactChannelRecord> {
  const value = normalizeEmail(email);
  return refusingTakenEmail(value, () =>
    insertContactChannel(db, {
      project_id: projectId,
      id: random.uuid(),
      user_id: userId,
      type: 'email',
      value,
      is_primary: true,
      is_verified: isVerified,
      used_for_auth: usedForAuth,
      created_at: clock.now(),
    }),
  );
}

/**
 * Changes the primary address of a user, in a transaction. The former address is the user's no longer: a mailbox that was
 * replaced must not open the account.
 *
 * @throws KnownError USER_EMAIL_ALREADY_EXISTS when another user signs in with the new address
 * @throws PlainError 400 when something is said about an address that the user does not have
 */
export async function setPrimaryEmail(deps: Deps, db: Db, change: PrimaryEmailChange): Promise<void> {
  await lockUser(db, change);
  const former = await selectPrimaryChannel(db, change);
  const email = change.email === undefined ? (former?.value ?? null) : change.email && normalizeEmail(change.email);

  if (email === null) {
    refuseWordsAboutNoEmail(change);
    if (former !== undefined) await deleteContactChannelRow(db, { ...change, channelId: former.id });
  } else if (email === former?.value) {
    const flags = {
      is_verified: change.isVerified ?? former.is_verified,
      used_for_auth: change.usedForAuth ?? former.used_for_auth,
    };
    await refusingTakenEmail(email, () => updateContactChannelRow(db, { ...change, channelId: former.id }, flags));
  } else {
    await replacePrimary(deps, db, { ...change, former, email });
  }
}

async function replacePrimary(
  deps: Deps,
  db: Db,
  change: PrimaryEmailChange & { former: ContactChannelRecord | undefined; email: string },
): Promise<void> {
  const { former, email } = change;
  const present = await selectContactChannelByValue(db, { ...change, value: email });
  if (former !== undefined) await deleteContactChannelRow(db, { ...change, channelId: former.id });
  const isVerified = change.isVerified ?? present?.is_verified ?? false;
  const usedForAuth = change.usedForAuth ?? (former?.used_for_auth === true || present?.used_for_auth === true);
  if (present === undefined) {
    await createPrimaryEmail(deps, db, { ...change, isVerified, usedForAuth });
    return;
  }
  const becomesPrimary = { is_primary: true, is_verified: isVerified, used_for_auth: usedForAuth };
  await refusingTakenEmail(email, () =>
    updateContactChannelRow(db, { ...change, channelId: present.id }, becomesPrimary),
  );
}

function refuseWordsAboutNoEmail({ isVerified, usedForAuth }: PrimaryEmailChange): void {
  if (isVerified !== true && usedForAuth !== true) return;
  throw new PlainError(400, 'Only a user with a primary e-mail address can have it verified or sign in with it.');
}

async function refusingTakenEmail<Result>(email: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) !== 'contact_channels_one_sign_in') throw error;
    throw new KnownError('USER_EMAIL_ALREADY_EXISTS', { email, would_work_if_email_was_verified: false });
  }
}
