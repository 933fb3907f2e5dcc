import type { Db } from '../../database/database.ts';
import { internalProjectId } from '../projects/index.ts';

/** Makes deletions of operators wait for one another: of the last two, one stays. */
export async function lockOperators(db: Db): Promise<void> {
  await db.selectFrom('projects').select('id').where('id', '=', internalProjectId).forNoKeyUpdate().execute();
}

/** Whether nobody else could operate the installation; someone restricted or anonymous could not. */
export async function isLastOperator(db: Db, userId: string): Promise<boolean> {
  const operators = db.selectFrom('users').select('id').where('project_id', '=', internalProjectId).limit(1);
  const other = await operators
    .where('id', '!=', userId)
    .where('restricted_by_admin', '=', false)
    .where('is_anonymous', '=', false)
    .executeTakeFirst();
  if (other !== undefined) return false;
  return (await operators.where('id', '=', userId).executeTakeFirst()) !== undefined;
}

/** The teams that own projects and would have no member without this one. */
export function selectTeamsLeftWithoutMember(db: Db, userId: string): Promise<{ display_name: string }[]> {
  return db
    .selectFrom('teams as t')
    .innerJoin('team_members as m', (join) =>
      join.onRef('m.project_id', '=', 't.project_id').onRef('m.team_id', '=', 't.id'),
    )
    .select('t.display_name')
    .where('t.project_id', '=', internalProjectId)
    .where('m.user_id', '=', userId)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('team_members as other')
            .select('other.user_id')
            .whereRef('other.project_id', '=', 't.project_id')
            .whereRef('other.team_id', '=', 't.id')
            .where('other.user_id', '!=', userId),
        ),
      ),
    )
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('projects as p').select('p.id').whereRef('p.owner_team_id', '=', 't.id')),
    )
    .limit(1)
    .execute();
}
