import type { Db } from './database.ts';

/**
 * Holds a project until the end of the transaction: for what concerns several of its rows at once, and must therefore be
 * done by one after the other. Others go on reading and writing what is in the project.
 */
export async function lockProject(db: Db, projectId: string): Promise<void> {
  await db.selectFrom('projects').select('id').where('id', '=', projectId).forNoKeyUpdate().execute();
}
