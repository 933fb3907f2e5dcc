import type { Db } from '../../database/database.ts';
import { PlainError } from '../../http/errors.ts';
import { isLastOwner, lockTeamsOfUser } from './team-membership.queries.ts';

/** The one project whose teams own projects. */
const projectOfOwners = 'internal';

/**
 * Before a user leaves a team, or with no team named is deleted: refuses to take the last member from a team that owns
 * projects, since nobody could administer them any more. Holds the teams until the end of the transaction, so that of two
 * last members leaving at once one stays.
 *
 * @throws PlainError 409
 */
export async function requireOtherOwner(
  db: Db,
  leaving: { projectId: string; userId: string; teamId?: string | undefined },
): Promise<void> {
  if (leaving.projectId !== projectOfOwners) return;
  await lockTeamsOfUser(db, leaving);
  if (!(await isLastOwner(db, leaving))) return;
  throw new PlainError(
    409,
    'This is the last member of a team that owns projects. Add another member, or delete the projects, first.',
  );
}
