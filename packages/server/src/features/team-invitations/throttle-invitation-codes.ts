import type { Caller } from '../../http/caller.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';

/** Guessing a code is hopeless anyway; this bounds the work: 50 in 10 minutes. */
const codesPerAddress: ThrottleRule = { name: 'team-invitation-code', points: 50, durationSeconds: 10 * 60 };

/** A code of an invitation as somebody presents it. */
export interface PresentedInvitation {
  code: string;
  /** The client's address. */
  ip: string;
}

/** Counts the codes that a client tries, whatever it wants to do with them. */
export function throttleInvitationCodes(deps: Deps, caller: Caller, { ip }: PresentedInvitation): Promise<void> {
  return throttleClient(deps, caller, codesPerAddress, ip);
}
