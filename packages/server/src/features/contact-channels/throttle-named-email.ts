import type { Caller } from '../../http/caller.ts';
import { throttleClient } from '../../http/throttle-client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ThrottleRule } from '../../platform/throttles.ts';

/** Asking which addresses are taken: 50 in an hour, as with sign-ups. */
const emailsPerAddress: ThrottleRule = { name: 'named-email-address', points: 50, durationSeconds: 60 * 60 };

/** An e-mail address that a caller wants for a user; none named, nothing to count. */
export interface NamedEmail {
  email: string | null | undefined;
  /** The client's address. */
  ip: string;
}

/**
 * Counts a client that names an address: the answer tells whether somebody else signs in with it.
 *
 * @throws PlainError 429
 */
export async function throttleNamedEmail(deps: Deps, caller: Caller, { email, ip }: NamedEmail): Promise<void> {
  if (email != null) await throttleClient(deps, caller, emailsPerAddress, ip);
}
