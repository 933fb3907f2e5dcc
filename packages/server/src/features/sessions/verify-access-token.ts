import { accessTokenClaims } from '@latchkey/contract';
import { type CryptoKey, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Deps } from '../../platform/deps.ts';
import type { SigningKey } from './derive-signing-key.ts';
import { signingKeysOf } from './signing-keys.ts';
import { formatAudience, issuerOf, parseAudience } from './token-audience.ts';

/** What a genuine access token says. */
export interface TokenReference {
  projectId: string;
  userId: string;
  sessionId: string;
}

export type Verification =
  | { outcome: 'unparsable' }
  | ({ outcome: 'expired'; expiredAtMillis: number } & TokenReference)
  | ({ outcome: 'genuine' } & TokenReference);

/**
 * Verifies what the token alone can show: signature, algorithm, issuer, audience and time. Whether its session still
 * lives is for the database to say.
 */
export async function verifyAccessToken(
  { secrets, clock, publicUrl }: Pick<Deps, 'secrets' | 'clock' | 'publicUrl'>,
  token: string,
): Promise<Verification> {
  try {
    // The audience chooses the key, so a token that lies about it is held against a key that did not sign it.
    const audience = parseAudience(decodeJwt(token).aud);
    if (audience === null) return { outcome: 'unparsable' };
    const { accepted } = await signingKeysOf(secrets, formatAudience(audience));
    const { payload } = await jwtVerify(token, ({ kid }) => publicKeyOf(accepted, kid), {
      algorithms: ['ES256'], // RFC 8725 section 3.1: the verifier chooses, never the token
      issuer: issuerOf(publicUrl, audience),
      audience: formatAudience(audience),
      currentDate: clock.now(),
    });
    return { outcome: 'genuine', ...referenceFrom(payload) };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return expired(error.payload);
    if (error instanceof errors.JOSEError) return { outcome: 'unparsable' };
    throw error;
  }
}

function publicKeyOf(accepted: SigningKey[], kid: string | undefined): CryptoKey {
  const key = accepted.find((candidate) => candidate.kid === kid);
  if (key === undefined) throw new errors.JWKSNoMatchingKey();
  return key.publicKey;
}

function expired(payload: JWTPayload): Verification {
  return { outcome: 'expired', expiredAtMillis: (payload.exp ?? 0) * 1_000, ...referenceFrom(payload) };
}

/** Only after the signature was verified: then the claims are those we wrote. */
function referenceFrom(payload: JWTPayload): TokenReference {
  const claims = accessTokenClaims.parse(payload);
  return { projectId: claims.project_id, userId: claims.sub, sessionId: claims.refresh_token_id };
}
