/**
 * Every error a client can tell apart by its code: the one table that server, SDK, OpenAPI and docs/errors.md are made of.
 * Deliberately free of zod, so that the SDK can carry it into a browser for nothing.
 */

/** The types a field of `details` can have, by the name the table uses for them. */
export interface DetailTypes {
  string: string;
  number: number;
  boolean: boolean;
  'string|null': string | null;
  'string[]': string[];
  reason: RestrictedReason;
}

type DetailFields = Record<string, keyof DetailTypes>;

/** Why a user is restricted; wire.md section 2. */
export interface RestrictedReason {
  type: 'anonymous' | 'email_not_verified' | 'restricted_by_administrator';
}

/** One row of the table: the HTTP status, the default text, and the fields of `details`. */
export interface KnownErrorRow<Fields extends DetailFields = DetailFields> {
  status: number;
  text: string;
  details: Fields;
}

function row(status: number, text: string): KnownErrorRow<Record<never, never>>;
function row<const Fields extends DetailFields>(status: number, text: string, details: Fields): KnownErrorRow<Fields>;
function row(status: number, text: string, details: DetailFields = {}): KnownErrorRow {
  return { status, text, details };
}

export const knownErrors = {
  // The request itself.
  BODY_PARSING_ERROR: row(400, 'The request body could not be read.', { message: 'string' }),
  SCHEMA_ERROR: row(400, 'The request does not have the expected shape.', { message: 'string' }),

  // Who is calling.
  ACCESS_TYPE_REQUIRED: row(400, 'Say who is calling: send the access type header with client, server or admin.'),
  INVALID_ACCESS_TYPE: row(400, 'The access type header must be client, server or admin.', { accessType: 'string' }),
  ACCESS_TYPE_WITHOUT_PROJECT_ID: row(400, 'An access type needs a project: send the project id header as well.', {
    request_type: 'string',
  }),
  PROJECT_KEY_WITHOUT_ACCESS_TYPE: row(400, 'A project key needs an access type: send the access type header as well.'),
  CURRENT_PROJECT_NOT_FOUND: row(400, 'There is no project with this id. Check the project id of your application.', {
    project_id: 'string',
  }),
  BRANCH_DOES_NOT_EXIST: row(400, 'This branch does not exist; every project has just the branch main.', {
    branch_id: 'string',
  }),
  INVALID_PUBLISHABLE_CLIENT_KEY: row(401, 'This publishable client key is not valid for the project.', {
    project_id: 'string',
  }),
  PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT: row(401, 'This project asks for a publishable client key.', {
    project_id: 'string',
  }),
  SERVER_AUTHENTICATION_REQUIRED: row(401, 'Server access needs a secret server key.'),
  INVALID_SECRET_SERVER_KEY: row(401, 'This secret server key is not valid for the project.', {
    project_id: 'string',
  }),
  ADMIN_AUTHENTICATION_REQUIRED: row(401, 'Admin access needs a super secret admin key or an admin access token.'),
  INVALID_SUPER_SECRET_ADMIN_KEY: row(401, 'This super secret admin key is not valid for the project.', {
    project_id: 'string',
  }),
  UNPARSABLE_ADMIN_ACCESS_TOKEN: row(401, 'The admin access token is not one of this server.'),
  ADMIN_ACCESS_TOKEN_EXPIRED: row(401, 'The admin access token has expired. Refresh it and try again.', {
    expired_at_millis: 'number',
  }),
  ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN: row(
    401,
    'The admin access token is not of a member of the team that owns the project.',
  ),
  INSUFFICIENT_ACCESS_TYPE: row(401, 'This endpoint is not open to this access type.', {
    actual_access_type: 'string',
    allowed_access_types: 'string[]',
  }),
  EXPECTED_INTERNAL_PROJECT: row(401, 'This endpoint belongs to the project internal.'),

  // The user's session.
  UNPARSABLE_ACCESS_TOKEN: row(401, 'The access token is not one of this server.'),
  ACCESS_TOKEN_EXPIRED: row(
    401,
    'The access token has expired, or its session has ended. Refresh it or sign in again.',
    {
      expired_at_millis: 'number',
      project_id: 'string',
      user_id: 'string',
      refresh_token_id: 'string',
    },
  ),
  INVALID_PROJECT_FOR_ACCESS_TOKEN: row(401, 'The access token belongs to another project.', {
    expected_project_id: 'string',
    actual_project_id: 'string',
  }),
  ANONYMOUS_AUTHENTICATION_NOT_ALLOWED: row(401, 'Anonymous users are not allowed here.'),
  RESTRICTED_USER_NOT_ALLOWED: row(403, 'This user is restricted.', { restricted_reason: 'reason' }),
  USER_AUTHENTICATION_REQUIRED: row(401, 'Sign in first: this endpoint needs a signed-in user.'),
  CANNOT_GET_OWN_USER_WITHOUT_USER: row(
    400,
    'The id "me" needs a signed-in user: send an access token, or name a user id.',
  ),
  REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED: row(401, 'The refresh token is unknown or has expired. Sign in again.'),
  CANNOT_DELETE_CURRENT_SESSION: row(400, 'This is the session you are using; sign out to end it.'),
  INVALID_OAUTH_CLIENT_ID_OR_SECRET: row(400, 'The client id or the client secret is not valid.', {
    client_id: 'string|null',
  }),

  // Users and their addresses.
  USER_NOT_FOUND: row(404, 'There is no such user.'),
  USER_ID_DOES_NOT_EXIST: row(400, 'There is no user with this id.', { user_id: 'string' }),
  USER_EMAIL_ALREADY_EXISTS: row(409, 'A user with this e-mail address already exists.', {
    email: 'string',
    would_work_if_email_was_verified: 'boolean',
  }),
  CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE: row(409, 'Another user already signs in with this address.', {
    type: 'string',
    contact_channel_value: 'string',
    would_work_if_email_was_verified: 'boolean',
  }),
  EMAIL_ALREADY_VERIFIED: row(409, 'This e-mail address is already verified.'),
  EMAIL_IS_NOT_PRIMARY_EMAIL: row(400, 'This e-mail address is not the primary one of the user.', {
    email: 'string',
    primary_email: 'string|null',
  }),

  // Sign-up, sign-in, passwords, codes.
  SIGN_UP_NOT_ENABLED: row(400, 'Sign-up is switched off in this project.'),
  PASSWORD_AUTHENTICATION_NOT_ENABLED: row(400, 'Password sign-in is switched off in this project.'),
  ANONYMOUS_ACCOUNTS_NOT_ENABLED: row(400, 'Anonymous accounts are not available in this project.'),
  EMAIL_PASSWORD_MISMATCH: row(400, 'E-mail address or password is wrong.'),
  PASSWORD_TOO_SHORT: row(400, 'The password is too short.', { min_length: 'number' }),
  PASSWORD_TOO_LONG: row(400, 'The password is too long.', { maxLength: 'number' }),
  PASSWORD_CONFIRMATION_MISMATCH: row(400, 'The present password is wrong.'),
  USER_DOES_NOT_HAVE_PASSWORD: row(400, 'This user has no password.'),
  REDIRECT_URL_NOT_WHITELISTED: row(
    400,
    'This URL is not on a trusted domain of the project. Add its domain in the settings.',
  ),
  VERIFICATION_CODE_NOT_FOUND: row(404, 'This code is unknown. Ask for a new one.'),
  VERIFICATION_CODE_EXPIRED: row(400, 'This code has expired. Ask for a new one.'),
  VERIFICATION_CODE_ALREADY_USED: row(409, 'This code was used before. Ask for a new one.'),
  VERIFICATION_CODE_MAX_ATTEMPTS_REACHED: row(400, 'This code was tried too often. Ask for a new one.'),

  // Projects.
  PROJECT_NOT_FOUND: row(404, 'There is no such project.', { project_id: 'string' }),

  // Teams.
  TEAM_NOT_FOUND: row(404, 'There is no such team.', { team_id: 'string' }),
  TEAM_MEMBERSHIP_NOT_FOUND: row(404, 'There is no such member of such a team.', {
    team_id: 'string',
    user_id: 'string',
  }),
  TEAM_MEMBERSHIP_ALREADY_EXISTS: row(409, 'The user is already a member of the team.'),
  TEAM_PERMISSION_REQUIRED: row(401, 'This needs a permission in the team.', {
    team_id: 'string',
    user_id: 'string',
    permission_id: 'string',
  }),
  TEAM_PERMISSION_NOT_FOUND: row(401, 'The member does not have this permission.', {
    team_id: 'string',
    user_id: 'string',
    permission_id: 'string',
  }),
  TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED: row(403, 'A restricted user cannot accept an invitation.', {
    restricted_reason: 'reason',
  }),
  TEAM_INVITATION_EMAIL_MISMATCH: row(403, 'This invitation is for another e-mail address.'),

  // Permissions.
  PERMISSION_NOT_FOUND: row(404, 'There is no permission with this id.', { permission_id: 'string' }),
  PERMISSION_ID_ALREADY_EXISTS: row(400, 'A permission with this id already exists.', { permission_id: 'string' }),
  CONTAINED_PERMISSION_NOT_FOUND: row(400, 'A permission can contain only permissions that exist.', {
    permission_id: 'string',
  }),
  WRONG_PERMISSION_SCOPE: row(404, 'This permission is of the other scope.', {
    permission_id: 'string',
    expected_scope: 'string',
    actual_scope: 'string',
  }),

  // API keys.
  API_KEY_NOT_FOUND: row(404, 'There is no such API key.'),
  WRONG_API_KEY_TYPE: row(400, 'This API key is of the other type.', {
    expected_type: 'string',
    actual_type: 'string',
  }),
  API_KEY_REVOKED: row(401, 'This API key was revoked.'),
  API_KEY_EXPIRED: row(401, 'This API key has expired.'),
  PUBLIC_API_KEY_CANNOT_BE_REVOKED: row(
    400,
    'A public API key is meant to be seen, so finding it in public does not revoke it.',
  ),
} as const satisfies Record<string, KnownErrorRow>;

/** Every code there is; a `switch` on it narrows. */
export type KnownErrorCode = keyof typeof knownErrors;

/** The `details` of one code, with its fields and their types. */
export type KnownErrorDetails<Code extends KnownErrorCode> = {
  -readonly [Field in keyof (typeof knownErrors)[Code]['details']]: DetailTypes[Extract<
    (typeof knownErrors)[Code]['details'][Field],
    keyof DetailTypes
  >];
};
