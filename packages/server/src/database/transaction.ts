import type { Db } from './database.ts';

/** Runs `work` in one transaction; joins the caller's if there is one, so that use cases can be composed. */
export function inTransaction<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
