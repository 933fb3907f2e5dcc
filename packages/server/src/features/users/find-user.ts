import type { Db } from '../../database/database.ts';
import { KnownError } from '../../http/errors.ts';
import { selectUser, selectUsersById, type UserRecord } from './users.queries.ts';

/** Which user of which project. */
export interface UserOf {
  project: { id: string };
  userId: string;
}

/** The user with the primary address and the selected team; null when the project has no such user. */
export async function findUser(db: Db, { project, userId }: UserOf): Promise<UserRecord | null> {
  return (await selectUser(db, { projectId: project.id, userId })) ?? null;
}

/** As `findUser`, but throws KnownError USER_NOT_FOUND. */
export async function getUser(db: Db, user: UserOf): Promise<UserRecord> {
  const record = await findUser(db, user);
  if (record === null) throw new KnownError('USER_NOT_FOUND');
  return record;
}

/** As `findUser`, for many at once: those that the project has, by id. */
export async function findUsers(
  db: Db,
  { project, userIds }: { project: { id: string }; userIds: readonly string[] },
): Promise<Map<string, UserRecord>> {
  const records = await selectUsersById(db, project.id, userIds);
  return new Map(records.map((record) => [record.id, record]));
}
