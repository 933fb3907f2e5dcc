import type { ThrottleRule, Throttles } from '../platform/throttles.ts';
import { type Caller, isServer } from './caller.ts';
import { networkOf } from './network-of.ts';
import { throttle } from './throttle.ts';

/** Counts an attempt of a client's address; an application's server is not a client, and calls for all its users. */
export async function throttleClient(
  { throttles }: { throttles: Throttles },
  caller: Caller,
  rule: ThrottleRule,
  ip: string,
): Promise<void> {
  if (!isServer(caller)) await throttle(throttles, rule, networkOf(ip));
}
