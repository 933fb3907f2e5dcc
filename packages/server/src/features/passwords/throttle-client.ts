import { type Caller, isServer } from '../../http/caller.ts';
import { networkOf } from '../../http/network-of.ts';
import { throttle } from '../../http/throttle.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';

/** Counts an attempt of a client's address; an application's server is not a client, and calls for all its users. */
export async function throttleClient(
  { throttles }: Deps,
  caller: Caller,
  rule: ThrottleRule,
  ip: string,
): Promise<void> {
  if (!isServer(caller)) await throttle(throttles, rule, networkOf(ip));
}
