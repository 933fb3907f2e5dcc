import type { Db } from '../../database/database.ts';
import { type Caller, isServer } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import { requireSession } from '../../http/require-user.ts';
import { authorizeTeamAccess } from '../teams/index.ts';

/**
 * Who may see members: the application's server all; a user itself in its own teams, and the others there with
 * `$read_members`.
 *
 * @throws KnownError USER_AUTHENTICATION_REQUIRED, TEAM_MEMBERSHIP_NOT_FOUND, TEAM_PERMISSION_REQUIRED
 */
export async function authorizeProfileReading(
  db: Db,
  caller: Caller,
  { teamId, userId }: { teamId: string; userId: string | undefined },
): Promise<void> {
  const isOwn = userId !== undefined && caller.session?.userId === userId;
  await authorizeTeamAccess(db, caller, isOwn ? { teamId } : { teamId, permissionId: '$read_members' });
}

/** How a member appears in a team is for the member to say, and for the application's server. */
export function authorizeProfileChange(caller: Caller, userId: string): void {
  if (isServer(caller) || requireSession(caller).userId === userId) return;
  throw new PlainError(403, 'A client can change only how its own user appears in a team.');
}
