import type { Db } from '../../database/database.ts';
import { endSessionsOfUser } from '../sessions/index.ts';
import { deleteUnusedVerificationCodes } from '../verification-codes/index.ts';
import type { UserReference } from './users.queries.ts';

/**
 * Ends whatever else lets somebody in as the user: sessions, and reset links that are not used yet. Whoever changes a
 * password, or restricts a user, may fear that they are in the wrong hands.
 */
export async function endWaysIn(
  db: Db,
  { projectId, userId }: UserReference,
  { exceptSessionId }: { exceptSessionId?: string | undefined } = {},
): Promise<void> {
  await endSessionsOfUser(db, { projectId, userId, exceptSessionId });
  await deleteUnusedVerificationCodes(db, { projectId, userId, kind: 'password_reset' });
}
