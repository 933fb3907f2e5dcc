import type { AnswerOf } from '@latchkey/contract';
import { camelCased } from '../http/change-case.ts';
import type { Counted } from '../http/counted.ts';
import { toDate } from '../http/dates.ts';
import type { Scope } from '../http/scope.ts';

/** What a project holds, and what of it deserves a look. */
export interface Overview {
  /** Of an application, not of an operator; null: none yet. */
  lastRequestAt: Date | null;
  users: Counted;
  teams: Counted;
  apiKeys: {
    valid: Counted;
    expiringIn7Days: Counted;
    unusedFor90Days: Counted;
    neverExpiring: Counted;
    /** Of owners whom an administrator restricted. */
    ownerRestricted: Counted;
    reportedAsLeaked: Counted;
  };
  /** The last 30 days, today included, oldest first. */
  pastDays: { at: Date; usersSignedUp: number; apiKeysCreated: number }[];
  /** The next 30 days, today included, soonest first: the valid keys that expire in each. */
  comingDays: { at: Date; apiKeysExpiring: number }[];
}

/** Where days begin. */
export interface OverviewOptions {
  /** East of Greenwich, from -840 to 840: `-new Date().getTimezoneOffset()`. Default: 0. */
  utcOffsetMinutes?: number;
}

/** The project at a glance. */
export async function getOverview({ api }: Scope, { utcOffsetMinutes }: OverviewOptions = {}): Promise<Overview> {
  const query = { utc_offset_minutes: utcOffsetMinutes };
  const wire = await api.get<AnswerOf<'getOverview'>>('/latchkey/overview', query);
  const { lastRequestAtMillis, pastDays, comingDays, ...counts } = camelCased(wire);
  return {
    ...counts,
    lastRequestAt: toDate(lastRequestAtMillis),
    pastDays: pastDays.map(withDate),
    comingDays: comingDays.map(withDate),
  };
}

function withDate<Day extends { atMillis: number }>({ atMillis, ...day }: Day) {
  return { at: new Date(atMillis), ...day };
}
