import { CompiledQuery } from 'kysely';
import type { Db } from './database.ts';

/** Runs SQL text that a library composed, on the pool or in the caller's transaction. */
export async function executeText(db: Db, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
  return { rows };
}
