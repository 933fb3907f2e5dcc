import type { Pool } from '../database/database.ts';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Secrets } from './secrets.ts';

/** How often something may happen: `points` times in `durationSeconds`. */
export interface ThrottleRule {
  /** Keeps the rules apart in the database; at most 30 characters. */
  name: string;
  points: number;
  durationSeconds: number;
}

/** Counts attempts in the database, so that all nodes share one count. No count outlives its window: nobody is locked out for good. */
export interface Throttles {
  /**
   * Counts one attempt of `subject` (an address, an account).
   *
   * @returns 0 when it is within the rule, else the seconds to wait
   */
  hit(rule: ThrottleRule, subject: string): Promise<number>;
  /** Forgets what was counted, after a success. */
  clear(rule: ThrottleRule, subject: string): Promise<void>;
}

export function createThrottles(pool: Pool, secrets: Secrets): Throttles {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = (rule: ThrottleRule): RateLimiterPostgres => {
    let limiter = limiters.get(rule.name);
    if (limiter === undefined) {
      limiter = new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'throttles',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: rule.name,
        points: rule.points,
        duration: rule.durationSeconds,
      });
      limiters.set(rule.name, limiter);
    }
    return limiter;
  };
  // Addresses and accounts are personal data: the table holds only their hashes.
  const keyOf = (subject: string): string => secrets.hash('throttle', subject.toLowerCase()).hash.toString('base64url');
  return {
    async hit(rule, subject) {
      try {
        await limiterOf(rule).consume(keyOf(subject));
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
        throw refusal;
      }
    },
    async clear(rule, subject) {
      await limiterOf(rule).delete(keyOf(subject));
    },
  };
}

/** For `LATCHKEY_RATE_LIMITS=off`. */
export const noThrottles: Throttles = { hit: () => Promise.resolve(0), clear: () => Promise.resolve() };
