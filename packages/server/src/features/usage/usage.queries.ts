import { sql } from 'kysely';
import type { Db } from '../../database/database.ts';
import type { CheckOutcome } from '../../platform/usage-recorder.ts';

/** The checks of one hour by what they came to; what none came to is left out. */
export interface Hour {
  hour: Date;
  checks: Partial<Record<CheckOutcome, number>>;
}

/**
 * The hours of a project, or of one of its keys, oldest first.
 */
export async function selectHours(
  db: Db,
  projectId: string,
  { from, to, apiKeyId }: { from: Date; to: Date; apiKeyId: string | undefined },
): Promise<Hour[]> {
  const counts =
    apiKeyId === undefined
      ? sql`check_counts where project_id = ${projectId}`
      : sql`api_key_check_counts where project_id = ${projectId} and api_key_id = ${apiKeyId}`;
  const { rows } = await sql<Hour>`
    select hour, json_object_agg(outcome, checks) as checks
    from ${counts} and hour between ${from} and ${to} group by hour order by hour`.execute(db);
  return rows;
}
