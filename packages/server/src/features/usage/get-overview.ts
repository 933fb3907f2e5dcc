import { overviewDays } from '@latchkey/contract';
import { boundedCount } from '../../database/count-up-to-bound.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Caller } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  maxCounted,
  selectCreationsByDay,
  selectExpiriesByDay,
  selectIdleKeyCount,
  selectProjectCounts,
  selectSignUpsByDay,
} from './overview.queries.ts';

const minuteMillis = 60 * 1_000;
const dayMillis = 24 * 60 * minuteMillis;

/**
 * What the project holds, what deserves a look, and what was and will be in the days around today.
 *
 * @param utcOffsetMinutes of the days' beginnings, positive east of Greenwich
 */
export async function getOverview(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { project }: Caller,
  utcOffsetMinutes: number,
) {
  const now = clock.now();
  const today = startOfDay(now, utcOffsetMinutes);
  const firstDay = new Date(today.getTime() - (overviewDays - 1) * dayMillis);
  // One after the other on one connection: a page asks this every few seconds, and must not take the pool from the checks.
  const { counts, idle, signUps, creations, expiries } = await inTransaction(db, async (db) => ({
    counts: await selectProjectCounts(db, project.id, now),
    idle: await selectIdleKeyCount(db, project.id, now),
    signUps: await selectSignUpsByDay(db, project.id, firstDay),
    creations: await selectCreationsByDay(db, project.id, firstDay),
    expiries: await selectExpiriesByDay(db, project.id, today, now),
  }));
  return {
    last_request_at_millis: counts.last_request_at?.getTime() ?? null,
    users: bounded(counts.users),
    teams: bounded(counts.teams),
    api_keys: {
      valid: bounded(counts.never_expiring + counts.expiring_later),
      expiring_in_7_days: bounded(counts.expiring_in_7_days),
      unused_for_90_days: { count: Math.min(idle.valid, maxCounted), is_at_least: idle.looked_at > maxCounted },
      never_expiring: bounded(counts.never_expiring),
      owner_restricted: bounded(counts.owner_restricted),
      reported_as_leaked: bounded(counts.reported_as_leaked),
    },
    past_days: signUps.map(({ day, count }, index) => ({
      at_millis: day.getTime(),
      users_signed_up: count,
      api_keys_created: creations[index]?.count ?? 0,
    })),
    coming_days: expiries.map(({ day, count }) => ({ at_millis: day.getTime(), api_keys_expiring: count })),
  };
}

function startOfDay(now: Date, utcOffsetMinutes: number): Date {
  const local = now.getTime() + utcOffsetMinutes * minuteMillis;
  return new Date(Math.floor(local / dayMillis) * dayMillis - utcOffsetMinutes * minuteMillis);
}

function bounded(counted: number) {
  return boundedCount(counted, maxCounted);
}
