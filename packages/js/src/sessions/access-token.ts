/** What the SDK reads in an access token (RFC 7519). It only reads: verifying is the server's, or a JWKS client's. */
export interface AccessTokenPayload {
  sub: string;
  /** Seconds since 1970, as RFC 7519 counts. */
  exp: number;
  iat: number;
  refresh_token_id: string;
  name: string | null;
  email: string | null;
  email_verified: boolean;
  is_anonymous: boolean;
  is_restricted: boolean;
  restricted_reason: { type: 'anonymous' | 'email_not_verified' | 'restricted_by_administrator' } | null;
  requires_totp_mfa: boolean;
}

/** RFC 7515 section 7.1. What a request carries may be anything, and not all of it can stand in a header. */
const tokenPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Null: this is no JWT that we made, so it is as good as none. */
export function readAccessToken(token: string): AccessTokenPayload | null {
  if (!tokenPattern.test(token)) return null;
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as AccessTokenPayload;
  } catch {
    return null;
  }
}
