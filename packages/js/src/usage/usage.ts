import type { AnswerOf } from '@latchkey/contract';
import { camelCased } from '../http/change-case.ts';
import type { Scope } from '../http/scope.ts';

/** Which checks to count: of the whole project or of one key, over at most 32 days. */
export interface UsageOptions {
  from: Date;
  /** Default: now. */
  to?: Date;
  apiKeyId?: string;
}

/** How many checks there were in one hour. */
export interface UsageHour {
  /** When the hour begins. */
  at: Date;
  /** How many keys were accepted. */
  valid: number;
  /** How many were refused, by reason. */
  refused: RefusedChecks;
}

/** How many keys were refused for each reason. */
export interface RefusedChecks {
  notFound: number;
  /** A user's key where a team's was asked for, or the other way round. */
  wrongType: number;
  revoked: number;
  expired: number;
  ownerRestricted: number;
  kindDisabled: number;
}

/** The checks of API keys, hour by hour, oldest first; hours without a check are left out. */
export async function getUsage({ api }: Scope, { from, to, apiKeyId }: UsageOptions): Promise<UsageHour[]> {
  const query = { from: from.getTime(), to: to?.getTime(), api_key_id: apiKeyId };
  const { items } = await api.get<AnswerOf<'getUsage'>>('/latchkey/usage', query);
  return items.map(({ at_millis, valid, refused }) => ({
    at: new Date(at_millis),
    valid,
    refused: camelCased(refused),
  }));
}
