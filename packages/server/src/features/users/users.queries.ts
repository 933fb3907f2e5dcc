import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Db, TeamsTable, UsersTable } from '../../database/database.ts';
import { internalProjectId } from '../projects/index.ts';

/** A user as far as the API ever tells: that there is a password, never its hash. */
export interface UserRecord extends Omit<Selectable<UsersTable>, 'password_hash'> {
  has_password: boolean;
  primary_email: string | null;
  primary_email_verified: boolean;
  primary_email_auth_enabled: boolean;
  selected_team: Selectable<TeamsTable> | null;
}

/** Which user. */
export interface UserReference {
  projectId: string;
  userId: string;
}

export async function selectUser(db: Db, { projectId, userId }: UserReference): Promise<UserRecord | undefined> {
  const row = await selectUsers(db, projectId).where('u.id', '=', userId).executeTakeFirst();
  return row === undefined ? undefined : fromRow(row);
}

export async function selectUsersById(db: Db, projectId: string, userIds: readonly string[]): Promise<UserRecord[]> {
  const rows = await selectUsers(db, projectId)
    .where('u.id', '=', sql<string>`any(${userIds})`)
    .execute();
  return rows.map(fromRow);
}

export async function insertUser(db: Db, user: Insertable<UsersTable>): Promise<void> {
  await db.insertInto('users').values(user).execute();
}

/** Changes a user, or just holds it until the end of the transaction; tells whether there is such a user. */
export async function updateUserRow(
  db: Db,
  { projectId, userId }: UserReference,
  change: Updateable<UsersTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('users')
    .set({ id: userId, ...change })
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteUserRow(db: Db, { projectId, userId }: UserReference): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('users')
    .where('project_id', '=', projectId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
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

/** Users with their primary address and selected team, all in one statement. */
function selectUsers(db: Db, projectId: string) {
  return db
    .selectFrom('users as u')
    .leftJoin('contact_channels as c', (join) =>
      join
        .onRef('c.project_id', '=', 'u.project_id')
        .onRef('c.user_id', '=', 'u.id')
        .on('c.type', '=', 'email')
        // Literally, as the partial index has it.
        .on('c.is_primary', '=', sql.lit(true)),
    )
    .leftJoin('teams as t', (join) =>
      join.onRef('t.project_id', '=', 'u.project_id').onRef('t.id', '=', 'u.selected_team_id'),
    )
    .select([
      'u.project_id',
      'u.id',
      'u.display_name',
      'u.profile_image_url',
      'u.selected_team_id',
      'u.is_anonymous',
      'u.restricted_by_admin',
      'u.restricted_by_admin_reason',
      'u.restricted_by_admin_private_details',
      'u.client_metadata',
      'u.client_read_only_metadata',
      'u.server_metadata',
      'u.country_code',
      'u.sign_up_bot_risk',
      'u.sign_up_trial_abuse_risk',
      'u.signed_up_at',
      'u.last_active_at',
      sql<boolean>`u.password_hash is not null`.as('has_password'),
      'c.value as primary_email',
      sql<boolean>`coalesce(c.is_verified, false)`.as('primary_email_verified'),
      sql<boolean>`coalesce(c.used_for_auth, false)`.as('primary_email_auth_enabled'),
      't.display_name as team_display_name',
      't.profile_image_url as team_profile_image_url',
      't.client_metadata as team_client_metadata',
      't.client_read_only_metadata as team_client_read_only_metadata',
      't.server_metadata as team_server_metadata',
      't.created_at as team_created_at',
    ])
    .where('u.project_id', '=', projectId);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>['executeTakeFirstOrThrow']>>;

function fromRow(row: UserRow): UserRecord {
  const {
    team_display_name,
    team_profile_image_url,
    team_client_metadata,
    team_client_read_only_metadata,
    team_server_metadata,
    team_created_at,
    ...user
  } = row;
  if (user.selected_team_id === null || team_display_name === null || team_created_at === null) {
    return { ...user, selected_team: null };
  }
  const selected_team = {
    project_id: user.project_id,
    id: user.selected_team_id,
    display_name: team_display_name,
    profile_image_url: team_profile_image_url,
    client_metadata: team_client_metadata,
    client_read_only_metadata: team_client_read_only_metadata,
    server_metadata: team_server_metadata,
    created_at: team_created_at,
  };
  return { ...user, selected_team };
}
