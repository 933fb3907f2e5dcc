import type { Db } from '../../database/database.ts';
import { selectUserIdBySignInEmail } from './contact-channels.queries.ts';
import { normalizeEmail } from './normalize-email.ts';

/** The one user of the project who signs in with this address; null when nobody does. */
export function findUserIdBySignInEmail(
  db: Db,
  { projectId, email }: { projectId: string; email: string },
): Promise<string | null> {
  return selectUserIdBySignInEmail(db, { projectId, email: normalizeEmail(email) });
}
