import { type Insertable, type Selectable, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Database, Db, ProjectsTable } from '../../database/database.ts';
import type { RestrictableUser } from './restricted-reason.ts';
import type { TokenSession, TokenSubject } from './sign-access-token.ts';

/** A session with the user it is of. */
export interface RefreshableSession extends TokenSession {
  isImpersonation: boolean;
  lastUsedAt: Date;
  user: TokenSubject;
}

export interface ListedSession {
  id: string;
  userId: string;
  isImpersonation: boolean;
  createdAt: Date;
  lastUsedAt: Date;
}

/** What the database knows about a genuine access token whose user exists. */
export interface SessionOfToken extends TokenKey, RestrictableUser {
  isLive: boolean;
  overrides: Pick<Selectable<ProjectsTable>, 'project_overrides' | 'branch_overrides' | 'environment_overrides'>;
}

/** Which session of which user a token names. */
export interface TokenKey {
  projectId: string;
  userId: string;
  sessionId: string;
}

/** Runs for each request of a signed-in user, so it is prepared by name: four index look-ups a token. */
const sessionsOfTokens = {
  name: 'sessions-of-access-tokens',
  text: `
    select wanted.project_id as "projectId", wanted.user_id as "userId", wanted.session_id as "sessionId",
      s.id is not null as "isLive", u.is_anonymous as "isAnonymous", u.restricted_by_admin as "isRestrictedByAdmin",
      coalesce(c.is_verified, false) as "isEmailVerified",
      json_build_object('project_overrides', p.project_overrides, 'branch_overrides', p.branch_overrides,
        'environment_overrides', p.environment_overrides) as overrides
    from unnest($1::text[], $2::uuid[], $3::uuid[]) as wanted (project_id, user_id, session_id)
    join projects p on p.id = wanted.project_id
    join users u on u.project_id = wanted.project_id and u.id = wanted.user_id
    left join sessions s on s.project_id = wanted.project_id and s.id = wanted.session_id
      and s.user_id = wanted.user_id and s.expires_at > $4
    left join contact_channels c on c.project_id = wanted.project_id and c.user_id = wanted.user_id
      and c.type = 'email' and c.is_primary`,
};

export async function selectSessionsOfTokens(pool: Pool, keys: TokenKey[], now: Date): Promise<SessionOfToken[]> {
  const values = [
    keys.map(({ projectId }) => projectId),
    keys.map(({ userId }) => userId),
    keys.map(({ sessionId }) => sessionId),
    now,
  ];
  return (await pool.query<SessionOfToken>({ ...sessionsOfTokens, values })).rows;
}

export async function insertSession(db: Db, session: Insertable<Database['sessions']>): Promise<void> {
  await db.insertInto('sessions').values(session).execute();
}

export async function selectTokenSubject(
  db: Db,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<TokenSubject | undefined> {
  const row = await selectSubjects(db)
    .where('users.project_id', '=', projectId)
    .where('users.id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? undefined : subjectFrom(row);
}

export async function selectSessionByHash(
  db: Db,
  { projectId, hashes, now }: { projectId: string; hashes: Buffer[]; now: Date },
): Promise<RefreshableSession | undefined> {
  const row = await selectSubjects(db)
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.project_id', '=', 'users.project_id').onRef('sessions.user_id', '=', 'users.id'),
    )
    .select(['sessions.id as session_id', 'sessions.expires_at', 'sessions.is_impersonation', 'sessions.last_used_at'])
    .where('sessions.hash', 'in', hashes)
    .where('sessions.project_id', '=', projectId)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.session_id,
    expiresAt: row.expires_at,
    isImpersonation: row.is_impersonation,
    lastUsedAt: row.last_used_at,
    user: subjectFrom(row),
  };
}

function selectSubjects(db: Db) {
  return db
    .selectFrom('users')
    .leftJoin('contact_channels as channel', (join) =>
      join
        .onRef('channel.project_id', '=', 'users.project_id')
        .onRef('channel.user_id', '=', 'users.id')
        .on('channel.type', '=', 'email')
        // Literally, as the partial index has it.
        .on('channel.is_primary', '=', sql.lit(true)),
    )
    .select(['users.id', 'users.display_name', 'users.selected_team_id', 'users.signed_up_at', 'users.is_anonymous'])
    .select(['users.restricted_by_admin', 'channel.value as email', 'channel.is_verified as email_verified']);
}

type SubjectRow = Awaited<ReturnType<ReturnType<typeof selectSubjects>['executeTakeFirstOrThrow']>>;

function subjectFrom(row: SubjectRow): TokenSubject {
  return {
    userId: row.id,
    displayName: row.display_name,
    email: row.email,
    isEmailVerified: row.email_verified ?? false,
    selectedTeamId: row.selected_team_id,
    signedUpAt: row.signed_up_at,
    isAnonymous: row.is_anonymous,
    isRestrictedByAdmin: row.restricted_by_admin,
  };
}

export async function updateSessionLastUse(
  db: Db,
  { projectId, id, now }: { projectId: string; id: string; now: Date },
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_used_at: now })
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .where('last_used_at', '<', now)
    .execute();
}

export async function updateUserLastActivity(
  db: Db,
  { projectId, userId, now }: { projectId: string; userId: string; now: Date },
): Promise<void> {
  await db
    .updateTable('users')
    .set({ last_active_at: now })
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .where('last_active_at', '<', now)
    .execute();
}

/** The live sessions of a user, newest first. */
export async function selectSessions(
  db: Db,
  { projectId, userId, now }: { projectId: string; userId: string; now: Date },
  { after, limit }: { after: { at: Date; id: string } | undefined; limit: number | undefined },
): Promise<ListedSession[]> {
  let query = db
    .selectFrom('sessions')
    .select(['id', 'user_id', 'is_impersonation', 'created_at', 'last_used_at'])
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  if (after !== undefined)
    query = query.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(after.at, after.id)));
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    isImpersonation: row.is_impersonation,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Ends one session, of the given user where one is given; false when there is none such. */
export async function deleteSession(
  db: Db,
  { projectId, id, userId }: { projectId: string; id: string; userId: string | null },
): Promise<boolean> {
  let query = db.deleteFrom('sessions').where('project_id', '=', projectId).where('id', '=', id);
  if (userId !== null) query = query.where('user_id', '=', userId);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Ends all sessions of a user, at once: their access tokens count as expired from the commit on. */
export async function endSessionsOfUser(
  db: Db,
  { projectId, userId, exceptSessionId }: { projectId: string; userId: string; exceptSessionId?: string | undefined },
): Promise<void> {
  let query = db.deleteFrom('sessions').where('project_id', '=', projectId).where('user_id', '=', userId);
  if (exceptSessionId !== undefined) query = query.where('id', '!=', exceptSessionId);
  await query.execute();
}
