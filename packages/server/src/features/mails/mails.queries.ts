import type { Selectable } from 'kysely';
import type { Database, Db } from '../../database/database.ts';

export type MailRecord = Selectable<Database['mails']>;

/** In steps: a statement has 65,535 parameters at most. */
const rowsPerStatement = 1_000;

export async function insertMails(db: Db, mails: readonly MailRecord[]): Promise<void> {
  for (let first = 0; first < mails.length; first += rowsPerStatement) {
    await db
      .insertInto('mails')
      .values(mails.slice(first, first + rowsPerStatement))
      .execute();
  }
}

/** Newest first; `after` is where the page before ended. */
export function selectMails(
  db: Db,
  {
    projectId,
    after,
    limit,
    now,
  }: { projectId: string; after: { at: Date; id: string } | undefined; limit: number | undefined; now: Date },
): Promise<MailRecord[]> {
  let mails = db
    .selectFrom('mails')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  if (after !== undefined)
    mails = mails.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(after.at, after.id)));
  if (limit !== undefined) mails = mails.limit(limit);
  return mails.execute();
}

export function selectMail(db: Db, projectId: string, id: string): Promise<MailRecord | undefined> {
  return db.selectFrom('mails').selectAll().where('project_id', '=', projectId).where('id', '=', id).executeTakeFirst();
}

export async function deleteMail(db: Db, projectId: string, id: string): Promise<void> {
  await db.deleteFrom('mails').where('project_id', '=', projectId).where('id', '=', id).execute();
}

export async function markMailFailed(db: Db, projectId: string, id: string): Promise<void> {
  await db
    .updateTable('mails')
    .set({ status: 'failed' })
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .execute();
}
