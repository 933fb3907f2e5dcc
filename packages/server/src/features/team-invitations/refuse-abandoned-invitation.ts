import type { Db } from '../../database/database.ts';
import { lockProject } from '../../database/lock-project.ts';
import { KnownError } from '../../http/errors.ts';
import { hasTeamPermission } from '../permissions/index.ts';
import { internalProjectId } from '../projects/index.ts';
import { lockUnrestrictedMember } from './team-invitations.queries.ts';

/**
 * First in a transaction that may end in somebody joining the operators: whoever removes the inviter from the team waits
 * for its end, so that nobody joins by an invitation of theirs afterwards.
 */
export async function holdInviters(db: Db, projectId: string): Promise<void> {
  if (projectId === internalProjectId) await lockProject(db, projectId);
}

/**
 * Refuses an invitation to the operators whose inviter could not invite any more: who was removed must not come back, nor
 * send somebody, by a link made before. Those of other projects name no inviter, and stay good.
 *
 * @throws KnownError VERIFICATION_CODE_NOT_FOUND
 */
export async function refuseAbandonedInvitation(
  db: Db,
  { projectId, teamId, inviterId }: { projectId: string; teamId: string; inviterId: string | null },
): Promise<void> {
  if (inviterId === null) return;
  const inviter = { projectId, teamId, userId: inviterId };
  const mayInvite =
    (await lockUnrestrictedMember(db, inviter)) &&
    (await hasTeamPermission(db, { ...inviter, permissionId: '$invite_members' }));
  if (!mayInvite) throw new KnownError('VERIFICATION_CODE_NOT_FOUND');
}
