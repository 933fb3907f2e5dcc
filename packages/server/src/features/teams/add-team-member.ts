import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { violatedConstraint } from '../../database/violated-constraint.ts';
import { KnownError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { grantDefaultTeamPermissions } from '../permissions/index.ts';
import { insertTeamMember, type TeamMembership } from './team-membership.queries.ts';

/**
 * Makes a user a member of a team, with the permissions that creators or members get by default.
 *
 * @throws KnownError TEAM_NOT_FOUND, USER_NOT_FOUND; TEAM_MEMBERSHIP_ALREADY_EXISTS, after which the transaction that this
 *   is part of can go on
 */
export function addTeamMember(
  { clock }: Deps,
  db: Db,
  { as, ...membership }: TeamMembership & { as: 'creator' | 'member' },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const isNew = await insertTeamMember(db, membership, clock.now()).catch((error: unknown) => {
      throw asMissing(error, membership) ?? error;
    });
    if (!isNew) throw new KnownError('TEAM_MEMBERSHIP_ALREADY_EXISTS');
    await grantDefaultTeamPermissions(db, { ...membership, as });
  });
}

function asMissing(error: unknown, { teamId }: TeamMembership): KnownError | null {
  switch (violatedConstraint(error)) {
    case 'team_members_team':
      return new KnownError('TEAM_NOT_FOUND', { team_id: teamId });
    case 'team_members_user':
      return new KnownError('USER_NOT_FOUND');
    default:
      return null;
  }
}
