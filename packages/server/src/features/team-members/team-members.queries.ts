import type { Db } from '../../database/database.ts';
import type { TeamMembership } from '../teams/index.ts';

/** A member as the team sees it: under a name and image of its own there, or else under the user's. */
export interface MemberProfile {
  teamId: string;
  userId: string;
  displayName: string | null;
  profileImageUrl: string | null;
  joinedAt: Date;
}

/** What profiles are sorted by. */
export interface ProfilePosition {
  at: Date;
  teamId: string;
  userId: string;
}

/** In the order of joining. */
export async function selectMemberProfiles(
  db: Db,
  {
    projectId,
    teamId,
    userId,
    after,
    limit,
  }: {
    projectId: string;
    teamId: string | undefined;
    userId: string | undefined;
    /** The last profile of the page before. */
    after: ProfilePosition | undefined;
    limit: number | undefined;
  },
): Promise<MemberProfile[]> {
  let profiles = profilesOf(db, projectId).orderBy('m.created_at').orderBy('m.user_id').orderBy('m.team_id');
  if (teamId !== undefined) profiles = profiles.where('m.team_id', '=', teamId);
  if (userId !== undefined) profiles = profiles.where('m.user_id', '=', userId);
  if (after !== undefined) {
    profiles = profiles.where((where) =>
      where(
        where.refTuple('m.created_at', 'm.user_id', 'm.team_id'),
        '>',
        where.tuple(after.at, after.userId, after.teamId),
      ),
    );
  }
  if (limit !== undefined) profiles = profiles.limit(limit);
  return profiles.execute();
}

export function selectMemberProfile(
  db: Db,
  { projectId, teamId, userId }: TeamMembership,
): Promise<MemberProfile | undefined> {
  return profilesOf(db, projectId).where('m.team_id', '=', teamId).where('m.user_id', '=', userId).executeTakeFirst();
}

/** Does nothing where there is no such member. */
export async function updateMemberRow(
  db: Db,
  { projectId, teamId, userId }: TeamMembership,
  change: { display_name?: string | null | undefined; profile_image_url?: string | null | undefined },
): Promise<void> {
  await db
    .updateTable('team_members')
    .set({ user_id: userId, ...change })
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .execute();
}

/** Answers whether there was such a member. */
export async function deleteMember(db: Db, { projectId, teamId, userId }: TeamMembership): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('team_members')
    .where('project_id', '=', projectId)
    .where('team_id', '=', teamId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function profilesOf(db: Db, projectId: string) {
  return db
    .selectFrom('team_members as m')
    .innerJoin('users as u', (join) => join.onRef('u.project_id', '=', 'm.project_id').onRef('u.id', '=', 'm.user_id'))
    .select(['m.team_id as teamId', 'm.user_id as userId', 'm.created_at as joinedAt'])
    .select(({ fn }) => [
      fn.coalesce('m.display_name', 'u.display_name').as('displayName'),
      fn.coalesce('m.profile_image_url', 'u.profile_image_url').as('profileImageUrl'),
    ])
    .where('m.project_id', '=', projectId);
}
