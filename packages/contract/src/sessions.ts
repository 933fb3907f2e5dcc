import { z } from 'zod';
import { route } from './route.ts';
import { boolean, id, idOrMe, integer, listOf, page, success, text } from './shapes.ts';
import { restrictedReason } from './users.ts';

/** How long a session can be asked to last, in milliseconds: 367 days. */
const maxSessionLifetimeMillis = 31_708_800_000;

/** What the two tokens of a session are called wherever a session begins. */
export const sessionTokens = { access_token: z.string(), refresh_token: z.string() };

/** The claims of an access token (RFC 7519): these, each of them, and no others; the SDK drops a token that lacks one. */
export const accessTokenClaims = z.strictObject({
  sub: id,
  iss: z.url(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  project_id: z.string(),
  branch_id: z.literal('main'),
  refresh_token_id: id,
  role: z.literal('authenticated'),
  name: z.string().nullable(),
  email: z.string().nullable(),
  email_verified: z.boolean(),
  selected_team_id: id.nullable(),
  signed_up_at: z.int(),
  is_anonymous: z.boolean(),
  is_restricted: z.boolean(),
  restricted_reason: restrictedReason.nullable(),
  requires_totp_mfa: z.boolean(),
});

export type AccessTokenClaims = z.infer<typeof accessTokenClaims>;

const jsonWebKey = z.strictObject({
  kty: z.literal('EC'),
  alg: z.literal('ES256'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
});

const session = z.strictObject({
  id,
  user_id: id,
  created_at: z.number(),
  is_impersonation: z.boolean(),
  last_used_at: z.number(),
  is_current_session: z.boolean().optional(),
});

/**
 * RFC 6749 section 6. A client that has no secret is a public one, and says so with a fixed word. Parameters that are not
 * known here are ignored, as section 3.2 asks.
 */
const refreshGrant = z.looseObject({
  grant_type: z.literal('refresh_token', { error: 'must be refresh_token' }),
  refresh_token: text(512),
  client_id: text(128),
  client_secret: text(512).optional(),
  scope: text(512).optional(),
});

export const sessionRoutes = {
  listSigningKeys: route({
    method: 'GET',
    path: '/projects/:project_id/.well-known/jwks.json',
    access: 'none',
    summary: 'Lists the public keys that verify the access tokens of a project (RFC 7517).',
    params: z.strictObject({ project_id: text(64) }),
    query: z.strictObject({ include_restricted: boolean.optional(), include_anonymous: boolean.optional() }),
    answer: z.strictObject({ keys: z.array(jsonWebKey) }),
    answerHeaders: { 'cache-control': 'public, max-age=3600' },
    errors: ['PROJECT_NOT_FOUND'],
  }),
  exchangeRefreshToken: route({
    method: 'POST',
    path: '/auth/oauth/token',
    access: 'none',
    summary: 'Exchanges a refresh token for a new access token (RFC 6749 section 6).',
    body: refreshGrant,
    answer: z.strictObject({
      ...sessionTokens,
      token_type: z.literal('Bearer'),
      expires_in: z.int(),
      scope: z.literal('legacy'),
      is_new_user: z.literal(false),
      newUser: z.literal(false),
      after_callback_redirect_url: z.null(),
      afterCallbackRedirectUrl: z.null(),
    }),
    answerHeaders: { pragma: 'no-cache' },
    errors: ['INVALID_OAUTH_CLIENT_ID_OR_SECRET', 'REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED'],
  }),
  createSession: route({
    method: 'POST',
    path: '/auth/sessions',
    access: 'server',
    summary: 'Starts a session for a user, without a sign-in of theirs.',
    body: z.strictObject({
      user_id: id,
      expires_in_millis: integer.pipe(z.int().min(1).max(maxSessionLifetimeMillis)).optional(),
      is_impersonation: boolean.optional(),
    }),
    answer: z.strictObject(sessionTokens),
    errors: ['USER_ID_DOES_NOT_EXIST'],
  }),
  listSessions: route({
    method: 'GET',
    path: '/auth/sessions',
    access: 'client',
    summary: 'Lists the live sessions of a user, newest first.',
    query: z.strictObject({ ...page, user_id: idOrMe }),
    answer: listOf(session),
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  deleteCurrentSession: route({
    method: 'DELETE',
    path: '/auth/sessions/current',
    access: 'client',
    summary:
      'Signs out: ends the session of the access token that this call carries. Its tokens are refused from then on.',
    answer: success,
    errors: ['REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED'],
  }),
  deleteSession: route({
    method: 'DELETE',
    path: '/auth/sessions/:session_id',
    access: 'client',
    summary: 'Ends another session of a user. Its tokens are refused from then on.',
    params: z.strictObject({ session_id: id }),
    query: z.strictObject({ user_id: idOrMe.optional() }),
    answer: success,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER', 'CANNOT_DELETE_CURRENT_SESSION'],
  }),
  refreshCurrentSession: route({
    method: 'POST',
    path: '/auth/sessions/current/refresh',
    access: 'client',
    summary: 'Makes a new access token for the session of the refresh token header.',
    answer: z.strictObject({ access_token: z.string() }),
    errors: ['REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED'],
  }),
};
