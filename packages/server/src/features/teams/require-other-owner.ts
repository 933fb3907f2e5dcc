import type { Db } from '../../database/database.ts';
import { lockProject } from '../../database/lock-project.ts';
import { PlainError } from '../../http/errors.ts';
import { isLastOwner } from './team-membership.queries.ts';

/** The one project whose teams own projects. */
const projectOfOwners = 'internal';

/**
 * Before a user leaves a team, or with no team named is deleted: refuses to take the last member from a team that owns
 * projects, since nobody could administer them any more. Departures wait for one another, and for whoever gives a team a
 * project, until the end of the transaction: of the last two members one stays.
 *
 * @throws PlainError 400
 */
export async function requireOtherOwner(
  db: Db,
  leaving: { projectId: string; userId: string; teamId?: string | undefined },
): Promise<void> {
  if (leaving.projectId !== projectOfOwners) return;
  await lockProject(db, leaving.projectId);
  if (!(await isLastOwner(db, leaving))) return;
  throw new PlainError(
    400,
    'This is the last member of a team that owns projects. Add another member, or delete the projects, first.',
  );
}
