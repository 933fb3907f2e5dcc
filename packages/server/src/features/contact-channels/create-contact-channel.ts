import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import { KnownError, PlainError } from '../../http/errors.ts';
import { resolveOwnUserId } from '../../http/require-user.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  clearPrimaryChannel,
  type ContactChannelRecord,
  insertContactChannel,
  lockUser,
  selectContactChannels,
} from './contact-channels.queries.ts';
import { normalizeEmail } from './normalize-email.ts';
import { refuseTakenAddress } from './refuse-taken-address.ts';
import { throttleNamedEmail } from './throttle-named-email.ts';

/** Addresses one user can have: their list is always sent whole. */
export const maxContactChannels = 50;

export interface NewContactChannel {
  user_id: string;
  value: string;
  used_for_auth: boolean;
  is_primary?: boolean | undefined;
  /** For the application's server to say; the schema of clients does not have it. */
  is_verified?: boolean | undefined;
  /** The client's address. */
  ip: string;
}

/**
 * Adds an address to a user, as the primary one in place of the former where that is wished.
 *
 * @throws KnownError USER_ID_DOES_NOT_EXIST, CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE
 * @throws PlainError 429 after too many addresses
 */
export async function createContactChannel(
  deps: Deps,
  caller: Caller,
  wish: NewContactChannel,
): Promise<ContactChannelRecord> {
  const owner = { projectId: caller.project.id, userId: resolveOwnUserId(caller, wish.user_id) };
  const { is_primary = false, is_verified = false, used_for_auth } = wish;
  const value = normalizeEmail(wish.value);
  await throttleNamedEmail(deps, caller, { email: value, ip: wish.ip });

  return inTransaction(deps.db, async (db) => {
    if (!(await lockUser(db, owner))) throw new KnownError('USER_ID_DOES_NOT_EXIST', { user_id: owner.userId });
    const present = await selectContactChannels(db, owner);
    if (present.length >= maxContactChannels) {
      throw new PlainError(400, `A user can have ${maxContactChannels} contact channels at most. Remove some first.`);
    }
    if (is_primary) await clearPrimaryChannel(db, owner);
    return refuseTakenAddress(value, () =>
      insertContactChannel(db, {
        project_id: owner.projectId,
        id: deps.random.uuid(),
        user_id: owner.userId,
        type: 'email',
        value,
        is_primary,
        is_verified,
        used_for_auth,
        created_at: deps.clock.now(),
      }),
    );
  });
}
