import { maxUsageDays, type RefusalReason, refusalReasons } from '@latchkey/contract';
import type { Caller } from '../../http/caller.ts';
import { PlainError } from '../../http/errors.ts';
import type { Deps } from '../../platform/deps.ts';
import { type Hour, selectHours } from './usage.queries.ts';

const hourMillis = 60 * 60 * 1_000;
const dayMillis = 24 * hourMillis;

export interface UsageWish {
  period: { from: Date; to: Date };
  /** Undefined: all checks of the project, those of strings that are no key of it included. */
  apiKeyId: string | undefined;
}

/**
 * The checks of each hour that the period touches, oldest first, without the hours that had none.
 *
 * @throws PlainError 400 for a period longer than `maxUsageDays`
 */
export async function getUsage({ db }: Pick<Deps, 'db'>, { project }: Caller, { period, apiKeyId }: UsageWish) {
  const { from, to } = period;
  if (to.getTime() - from.getTime() > maxUsageDays * dayMillis) {
    throw new PlainError(
      400,
      `Usage is told for at most ${maxUsageDays} days at once. Ask for a later from or an earlier to.`,
    );
  }
  const firstHour = new Date(Math.floor(from.getTime() / hourMillis) * hourMillis);
  const hours = await selectHours(db, project.id, { from: firstHour, to, apiKeyId });
  return hours.map(presentHour);
}

function presentHour({ hour, checks }: Hour) {
  const refused = Object.fromEntries(refusalReasons.map((reason) => [reason, checks[reason] ?? 0])) as Record<
    RefusalReason,
    number
  >;
  return { at_millis: hour.getTime(), valid: checks.valid ?? 0, refused };
}
