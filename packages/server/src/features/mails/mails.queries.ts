import type { Selectable } from 'kysely';
import type { Database, Db } from '../../database/database.ts';

export type MailRecord = Selectable<Database['mails']>;

export async function insertMails(db: Db, mails: MailRecord[]): Promise<void> {
  await db.insertInto('mails').values(mails).execute();
}

/** Newest first; `before` is the last mail of the page before. */
export function selectMails(
  db: Db,
  { projectId, before, limit, now }: { projectId: string; before: string | undefined; limit: number; now: Date },
): Promise<MailRecord[]> {
  let query = db
    .selectFrom('mails')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) {
    query = query.where((where) =>
      where(
        where.refTuple('created_at', 'id'),
        '<',
        where
          .selectFrom('mails as last')
          .select(['last.created_at', 'last.id'])
          .where('last.project_id', '=', projectId)
          .where('last.id', '=', before)
          .$asTuple('created_at', 'id'),
      ),
    );
  }
  return query.execute();
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
