import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { addTeamMember } from '../teams/index.ts';
import { deleteOpenInvitations } from './team-invitations.queries.ts';

/** Makes the invited user a member, in the transaction that uses the invitation up; a member already stays what it is. */
export async function joinTeam(
  deps: Deps,
  db: Db,
  { projectId, teamId, userId, email }: { projectId: string; teamId: string; userId: string; email: string | null },
): Promise<void> {
  await addTeamMember(deps, db, { projectId, teamId, userId, as: 'member' }).catch((error: unknown) => {
    const isMember = error instanceof KnownError && error.code === 'TEAM_MEMBERSHIP_ALREADY_EXISTS';
    if (!isMember) throw error;
  });
  if (email !== null) await deleteOpenInvitations(db, { projectId, teamId, email });
}
