import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';

/** A user as a member of a team. */
export interface TeamMembership {
  projectId: string;
  teamId: string;
  userId: string;
}

export async function isTeamMember(db: Db, membership: TeamMembership): Promise<boolean> {
  return (await selectMember(db, membership).executeTakeFirst()) !== undefined;
}

/** As `isTeamMember`; whoever removes the member waits until the end of the transaction. */
export async function lockTeamMember(db: Db, membership: TeamMembership): Promise<boolean> {
  return (await selectMember(db, membership).forKeyShare().executeTakeFirst()) !== undefined;
}

/** Answers false when the user is a member already. */
export async function insertTeamMember(
  db: Db,
  { projectId, teamId, userId }: TeamMembership,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('team_members')
    .values({ project_id: projectId, team_id: teamId, user_id: userId, created_at: now })
    .onConflict((conflict) => conflict.columns(['project_id', 'team_id', 'user_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether a team that owns projects has this user as its only member. */
export async function isLastOwner(
  db: Db,
  { projectId, userId, teamId }: { projectId: string; userId: string; teamId?: string | undefined },
): Promise<boolean> {
  let teams = db
    .selectFrom('team_members as m')
    .select('m.team_id')
    .where('m.project_id', '=', projectId)
    .where('m.user_id', '=', userId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('projects as p')
          .select('p.id')
          .where(sql.ref('p.owner_project_id'), '=', projectId)
          .whereRef('p.owner_team_id', '=', 'm.team_id'),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('team_members as other')
            .select('other.user_id')
            .whereRef('other.project_id', '=', 'm.project_id')
            .whereRef('other.team_id', '=', 'm.team_id')
            .whereRef('other.user_id', '<>', 'm.user_id'),
        ),
      ),
    )
    .limit(1);
  if (teamId !== undefined) teams = teams.where('m.team_id', '=', teamId);
  return (await teams.executeTakeFirst()) !== undefined;
}

function selectMember(db: Db, { projectId, teamId, userId }: TeamMembership) {
  return db
    .selectFrom('team_members')
    .select('user_id')
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId);
}
