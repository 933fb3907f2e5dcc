import { violatedConstraint } from '../../database/violated-constraint.ts';
import { KnownError, PlainError } from '../../http/errors.ts';

/**
 * Runs a write of a channel. Constraints decide that an address signs in one user only and is listed once for a user.
 *
 * @throws KnownError CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE
 */
export async function refuseTakenAddress<Result>(value: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'contact_channels_one_sign_in':
        throw new KnownError('CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE', {
          type: 'email',
          contact_channel_value: value,
          would_work_if_email_was_verified: false,
        });
      case 'contact_channels_once_per_user':
        throw new PlainError(409, 'The user has this address already. Change that contact channel instead.');
      default:
        throw error;
    }
  }
}
