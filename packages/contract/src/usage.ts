import { z } from 'zod';
import { route } from './route.ts';
import { boundedCount, id, integer, millis } from './shapes.ts';

/** Why a check refused a key; those of wire.md section 16, and a user's key where a team's was asked for or vice versa. */
export const refusalReasons = [
  'not_found',
  'wrong_type',
  'revoked',
  'expired',
  'owner_restricted',
  'kind_disabled',
] as const;

const refused = z.strictObject(
  Object.fromEntries(refusalReasons.map((reason) => [reason, z.int()])) as Record<
    (typeof refusalReasons)[number],
    z.ZodInt
  >,
);

/** The longest period that usage is told for at once, in days. */
export const maxUsageDays = 32;

/** How far back and ahead the overview looks, in days. */
export const overviewDays = 30;

const day = { at_millis: z.number() };

export const usageRoutes = {
  getUsage: route({
    method: 'GET',
    path: '/latchkey/usage',
    access: 'server',
    summary: `Tells how many checks passed and how many were refused, by reason, hour by hour, for at most ${maxUsageDays} days; hours without a check are left out.`,
    query: z
      .strictObject({ from: millis, to: millis.optional(), api_key_id: id.optional() })
      .refine(({ from, to }) => to === undefined || from <= to, 'from must not be after to'),
    answer: z.strictObject({
      items: z.array(z.strictObject({ at_millis: z.number(), valid: z.int(), refused })),
      is_paginated: z.literal(false),
    }),
  }),
  getOverview: route({
    method: 'GET',
    path: '/latchkey/overview',
    access: 'server',
    summary: 'Counts what the project holds and what deserves a look, with the last and the next 30 days, day by day.',
    /** East of Greenwich, where days begin earlier. */
    query: z.strictObject({ utc_offset_minutes: integer.pipe(z.int().min(-840).max(840)).optional() }),
    answer: z.strictObject({
      /** Of an application, not of a person in the dashboard; null: none yet. */
      last_request_at_millis: z.number().nullable(),
      users: boundedCount,
      teams: boundedCount,
      api_keys: z.strictObject({
        valid: boundedCount,
        expiring_in_7_days: boundedCount,
        unused_for_90_days: boundedCount,
        never_expiring: boundedCount,
        owner_restricted: boundedCount,
        reported_as_leaked: boundedCount,
      }),
      /** The last 30 days, today included, oldest first. */
      past_days: z.array(z.strictObject({ ...day, users_signed_up: z.int(), api_keys_created: z.int() })),
      /** The next 30 days, today included, soonest first: valid keys that expire in each. */
      coming_days: z.array(z.strictObject({ ...day, api_keys_expiring: z.int() })),
    }),
  }),
};

/** Why a check refused a key. */
export type RefusalReason = (typeof refusalReasons)[number];
