import type { ThrottleRule, Throttles } from '../platform/throttles.ts';
import { PlainError } from './errors.ts';

/** Counts one attempt, and refuses it with 429 and `Retry-After` when there were too many. */
export async function throttle(throttles: Throttles, rule: ThrottleRule, subject: string): Promise<void> {
  const waitSeconds = await throttles.hit(rule, subject);
  if (waitSeconds > 0)
    throw new PlainError(429, `Too many attempts. Try again in ${waitSeconds} seconds.`, waitSeconds);
}
