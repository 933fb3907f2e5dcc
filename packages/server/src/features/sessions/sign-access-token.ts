import type { AccessTokenClaims, RestrictedReason } from '@latchkey/contract';
import { SignJWT } from 'jose';
import type { Project } from '../../http/caller.ts';
import type { Deps } from '../../platform/deps.ts';
import { type RestrictableUser, restrictedReasonOf } from './restricted-reason.ts';
import { signingKeysOf } from './signing-keys.ts';
import { formatAudience, issuerOf, type TokenKind } from './token-audience.ts';

/** The user a token is about, as far as its claims tell. */
export interface TokenSubject extends RestrictableUser {
  userId: string;
  displayName: string | null;
  email: string | null;
  selectedTeamId: string | null;
  signedUpAt: Date;
}

/** The session a token belongs to. */
export interface TokenSession {
  id: string;
  expiresAt: Date;
}

export interface AccessToken {
  accessToken: string;
  expiresInSeconds: number;
}

const lifetimeSeconds = 10 * 60;

/** Signs an access token (JWT, RFC 7519, ES256) that lives for ten minutes, or as long as its session if that is shorter. */
export async function signAccessToken(
  { secrets, clock, publicUrl }: Deps,
  project: Pick<Project, 'id' | 'settings'>,
  subject: TokenSubject,
  session: TokenSession,
): Promise<AccessToken> {
  const reason = restrictedReasonOf(subject, project.settings);
  const audience = { projectId: project.id, kind: kindOf(reason, subject) };
  const issuedAt = inSeconds(clock.now());
  const expiresAt = Math.min(issuedAt + lifetimeSeconds, inSeconds(session.expiresAt));
  const claims: AccessTokenClaims = {
    sub: subject.userId,
    iss: issuerOf(publicUrl, audience),
    aud: formatAudience(audience),
    iat: issuedAt,
    exp: expiresAt,
    project_id: project.id,
    branch_id: 'main',
    refresh_token_id: session.id,
    role: 'authenticated',
    name: subject.displayName,
    email: subject.email,
    email_verified: subject.isEmailVerified,
    selected_team_id: subject.selectedTeamId,
    signed_up_at: inSeconds(subject.signedUpAt),
    is_anonymous: subject.isAnonymous,
    is_restricted: reason !== null,
    restricted_reason: reason,
    requires_totp_mfa: false,
  };
  const { current } = await signingKeysOf(secrets, claims.aud);
  const accessToken = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: current.kid })
    .sign(current.privateKey);
  return { accessToken, expiresInSeconds: expiresAt - issuedAt };
}

/** An anonymous user stays one to applications, whatever else restricts them. */
function kindOf(reason: RestrictedReason | null, { isAnonymous }: TokenSubject): TokenKind {
  if (isAnonymous) return 'anonymous';
  return reason === null ? 'normal' : 'restricted';
}

function inSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}
