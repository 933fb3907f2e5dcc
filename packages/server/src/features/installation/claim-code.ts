import { base32From, secretLength } from '../../platform/random.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { ClaimState } from './installation.queries.ts';

/**
 * The claim codes that a nonce of the database stands for, by the newest LATCHKEY_SECRET first: every node derives the
 * same, and the database alone gives none away.
 */
export function deriveClaimCodes(secrets: Secrets, nonce: Buffer): string[] {
  return secrets
    .deriveKeyMaterial(`claim-code/${nonce.toString('hex')}`)
    .map((bytes) => base32From(bytes.subarray(0, secretLength)));
}

/** Whether this is the code of an installation that waits to be claimed. */
export function isClaimCode(secrets: Secrets, { claim_code_hash }: ClaimState, code: string): boolean {
  if (claim_code_hash === null) return false;
  return secrets.possibleHashes('claim-code', code).some((hash) => hash.equals(claim_code_hash));
}
