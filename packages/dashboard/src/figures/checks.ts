import type { UsageHour } from '@latchkey/react';

/** How many checks of API keys there were in some time, and why those were refused that were. */
export interface Checks {
  valid: number;
  refused: number;
  reasons: Record<RefusalReason, number>;
}

export type RefusalReason = keyof UsageHour['refused'];

/** The checks of an hour or a day. */
export interface ChecksOfSpan extends Checks {
  /** When it begins. */
  at: Date;
}

const hourMillis = 60 * 60 * 1000;

/** The checks day by day, oldest first, the day of `now` the last; days are those of the calendar here, of 23 or 25 hours too. */
export function checksByDay(hours: readonly UsageHour[], { now, days }: { now: Date; days: number }): ChecksOfSpan[] {
  const starts = Array.from({ length: days }, (_, index) => dayBefore(now, days - 1 - index));
  return spans(hours, starts, dayBefore(now, -1));
}

/** The checks hour by hour, oldest first, the hour of `now` the last. */
export function checksByHour(
  hours: readonly UsageHour[],
  { now, count }: { now: Date; count: number },
): ChecksOfSpan[] {
  const last = Math.floor(now.getTime() / hourMillis) * hourMillis;
  const starts = Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * hourMillis));
  return spans(hours, starts, new Date(last + hourMillis));
}

/** The midnight with which a day began that was so many days before. */
export function dayBefore(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
}

/** All of them together. */
export function sumChecks(hours: readonly Pick<UsageHour, 'valid' | 'refused'>[]): Checks {
  const sum = noChecks();
  for (const { valid, refused } of hours) add(sum, { valid, refused });
  return sum;
}

/** The reason of most refusals; null: nothing was refused. */
export function mainReason({ reasons }: Checks): RefusalReason | null {
  return sortedReasons(reasons)[0]?.reason ?? null;
}

/** The reasons that there were, the most frequent first. */
export function sortedReasons(reasons: Checks['reasons']): { reason: RefusalReason; count: number }[] {
  return refusalReasons
    .map((reason) => ({ reason, count: reasons[reason] }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

const refusalReasons = ['notFound', 'wrongType', 'revoked', 'expired', 'ownerRestricted', 'kindDisabled'] as const;

function spans(hours: readonly UsageHour[], starts: readonly Date[], end: Date): ChecksOfSpan[] {
  const all = starts.map((at) => ({ at, ...noChecks() }));
  for (const hour of hours) {
    if (hour.at >= end) continue;
    const span = all.findLast(({ at }) => at <= hour.at);
    if (span !== undefined) add(span, hour);
  }
  return all;
}

function noChecks(): Checks {
  return {
    valid: 0,
    refused: 0,
    reasons: { notFound: 0, wrongType: 0, revoked: 0, expired: 0, ownerRestricted: 0, kindDisabled: 0 },
  };
}

function add(sum: Checks, { valid, refused }: Pick<UsageHour, 'valid' | 'refused'>): void {
  sum.valid += valid;
  for (const reason of refusalReasons) {
    sum.reasons[reason] += refused[reason];
    sum.refused += refused[reason];
  }
}
