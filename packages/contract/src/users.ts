import { z } from 'zod';
import { route } from './route.ts';
import {
  boolean,
  boundedCount,
  email,
  id,
  imageUrl,
  inclusion,
  integer,
  listOf,
  metadata,
  page,
  success,
  text,
} from './shapes.ts';
import { clientTeam, serverTeam } from './teams.ts';

/** Why a user is restricted; wire.md section 2. */
export const restrictedReason = z.strictObject({
  type: z.enum(['anonymous', 'email_not_verified', 'restricted_by_administrator']),
});

const userFields = {
  id,
  primary_email: z.string().nullable(),
  primary_email_verified: z.boolean(),
  display_name: z.string().nullable(),
  selected_team_id: id.nullable(),
  profile_image_url: z.string().nullable(),
  signed_up_at_millis: z.number(),
  has_password: z.boolean(),
  otp_auth_enabled: z.boolean(),
  passkey_auth_enabled: z.boolean(),
  client_metadata: z.json(),
  client_read_only_metadata: z.json(),
  is_anonymous: z.boolean(),
  is_restricted: z.boolean(),
  restricted_reason: restrictedReason.nullable(),
  restricted_by_admin: z.boolean(),
  restricted_by_admin_reason: z.string().nullable(),
  oauth_providers: z.array(z.strictObject({ id: z.string(), account_id: z.string(), email: z.string().nullable() })),
  auth_with_email: z.boolean(),
  requires_totp_mfa: z.boolean(),
};

/** A user as the user's own browser sees it. */
export const clientUser = z.strictObject({ ...userFields, selected_team: clientTeam.nullable() });

/** A user as the application's server sees it. */
export const user = z.strictObject({
  ...userFields,
  selected_team: serverTeam.nullable(),
  primary_email_auth_enabled: z.boolean(),
  server_metadata: z.json(),
  last_active_at_millis: z.number(),
  restricted_by_admin_private_details: z.string().nullable(),
  country_code: z.string().nullable(),
  risk_scores: z.strictObject({
    sign_up: z.strictObject({ bot: z.number(), free_trial_abuse: z.number() }),
  }),
});

/** A user in a list, with what belongs to it on request (`include=counts`). */
const listedUser = z.strictObject({
  ...user.shape,
  counts: z.strictObject({ api_keys: boundedCount, teams: boundedCount }).optional(),
});

/** Longest name of a user, in characters. */
export const maxUserNameLength = 256;

/** The length of a password, in characters. */
export const minPasswordLength = 8;
export const maxPasswordLength = 70;
/** What the reference page says about every new password. */
export const newPasswordLength = `${minPasswordLength} to ${maxPasswordLength} characters, whoever sets it.`;

/** What the protocol has and this version does not: only the values that switch nothing on are accepted. */
const laterFields = {
  totp_secret_base64: z.string().nullable().optional(),
  otp_auth_enabled: boolean.optional(),
  passkey_auth_enabled: boolean.optional(),
};

const percentage = integer.pipe(z.int().min(0).max(100));

/** What users may change about themselves. */
const ownFields = {
  display_name: text(maxUserNameLength).nullable().optional(),
  profile_image_url: imageUrl.nullable().optional(),
  client_metadata: metadata.optional(),
  primary_email: email.nullable().optional(),
  ...laterFields,
};

/** What only the application's server may set: everything that says what a user may do, or is. */
const serverFields = {
  client_read_only_metadata: metadata.optional(),
  server_metadata: metadata.optional(),
  primary_email_verified: boolean.optional(),
  primary_email_auth_enabled: boolean.optional(),
  password: text(maxPasswordLength).describe(newPasswordLength).nullable().optional(),
  /** A cost above 14 would hold a thread for seconds at each sign-in. */
  password_hash: z
    .string()
    .regex(/^\$2[abxy]\$(0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}$/, 'must be a bcrypt hash with a cost of 4 to 14')
    .optional(),
  restricted_by_admin: boolean.optional(),
  restricted_by_admin_reason: text(1_024).nullable().optional(),
  restricted_by_admin_private_details: text(4_096).nullable().optional(),
  country_code: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as "CH"')
    .nullable()
    .optional(),
  risk_scores: z
    .strictObject({ sign_up: z.strictObject({ bot: percentage, free_trial_abuse: percentage }) })
    .optional(),
};

function refuseContradictions(
  fields: z.output<z.ZodObject<Pick<typeof serverFields, ContradictingField>>>,
  context: z.RefinementCtx,
): void {
  const refuse = (field: ContradictingField, message: string): void => {
    context.addIssue({ code: 'custom', path: [field], message });
  };
  if (fields.password !== undefined && fields.password_hash !== undefined) {
    refuse('password_hash', 'cannot be set together with password');
  }
  for (const field of ['restricted_by_admin_reason', 'restricted_by_admin_private_details'] as const) {
    if (fields[field] != null && fields.restricted_by_admin !== true) {
      refuse(field, 'can be set only together with restricted_by_admin: true');
    }
  }
}

type ContradictingField =
  | 'password'
  | 'password_hash'
  | 'restricted_by_admin'
  | 'restricted_by_admin_reason'
  | 'restricted_by_admin_private_details';

const selectedTeam = { selected_team_id: id.nullable().optional() };

const userCreation = z
  .strictObject({
    ...ownFields,
    ...serverFields,
    is_anonymous: boolean.optional(),
    oauth_providers: z.array(z.never('there are no OAuth providers in this version')).optional(),
  })
  .superRefine(refuseContradictions);

/** An anonymous user can become a known one, never the other way round. */
const userUpdate = z
  .strictObject({
    ...ownFields,
    ...serverFields,
    ...selectedTeam,
    is_anonymous: boolean.pipe(z.literal(false)).optional(),
  })
  .superRefine(refuseContradictions);

const ownUpdate = z.strictObject({ ...ownFields, ...selectedTeam });

const byId = z.strictObject({ user_id: id });

const eitherUser = z.union([user, clientUser]);

const emailErrors = ['USER_EMAIL_ALREADY_EXISTS'] as const;
const passwordErrors = ['PASSWORD_TOO_SHORT'] as const;
const selectionErrors = ['TEAM_MEMBERSHIP_NOT_FOUND'] as const;

export const userRoutes = {
  createUser: route({
    method: 'POST',
    path: '/users',
    access: 'server',
    summary: 'Creates a user. A personal team, where the project has them, is selected only after this answer.',
    status: 201,
    body: userCreation,
    answer: user,
    errors: [...emailErrors, ...passwordErrors],
  }),
  listUsers: route({
    method: 'GET',
    path: '/users',
    access: 'server',
    summary: 'Lists the users of the project; those who are anonymous or restricted only when asked for.',
    query: z.strictObject({
      limit: page.limit,
      /** The id of the first user of the page. */
      cursor: id.optional(),
      order_by: z.enum(['signed_up_at', 'last_active_at']).optional(),
      desc: boolean.optional(),
      /** The beginning of the name, of its last word or of an e-mail address, or an id. */
      query: text(maxUserNameLength).optional(),
      team_id: id.optional(),
      include_restricted: boolean.optional(),
      include_anonymous: boolean.optional(),
      only_anonymous: boolean.optional(),
      /** Only those; `restricted`: by an administrator. */
      status: z.enum(['restricted', 'email_not_verified', 'anonymous']).optional(),
      include: inclusion('counts').optional(),
    }),
    answer: listOf(listedUser),
  }),
  getOwnUser: route({
    method: 'GET',
    path: '/users/me',
    access: 'client',
    summary: 'Reads the signed-in user; the application’s server sees more of it.',
    answer: eitherUser,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  updateOwnUser: route({
    method: 'PATCH',
    path: '/users/me',
    access: 'client',
    summary: 'Changes the signed-in user.',
    body: userUpdate,
    clientBody: ownUpdate,
    answer: eitherUser,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', ...emailErrors, ...passwordErrors, ...selectionErrors],
  }),
  deleteOwnUser: route({
    method: 'DELETE',
    path: '/users/me',
    access: 'client',
    summary: 'Deletes the signed-in user, where the project lets users delete themselves.',
    answer: success,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  getUser: route({
    method: 'GET',
    path: '/users/:user_id',
    access: 'server',
    summary: 'Reads a user.',
    params: byId,
    answer: user,
    errors: ['USER_NOT_FOUND'],
  }),
  updateUser: route({
    method: 'PATCH',
    path: '/users/:user_id',
    access: 'server',
    summary: 'Changes a user. A new password and a restriction end the sessions and unused reset links of the user.',
    params: byId,
    body: userUpdate,
    answer: user,
    errors: ['USER_NOT_FOUND', ...emailErrors, ...passwordErrors, ...selectionErrors],
  }),
  deleteUser: route({
    method: 'DELETE',
    path: '/users/:user_id',
    access: 'server',
    summary: 'Deletes a user with all that is theirs: sessions, addresses, memberships and API keys.',
    params: byId,
    answer: success,
    errors: ['USER_NOT_FOUND'],
  }),
};

export type UserCreation = z.output<typeof userCreation>;
export type UserUpdate = z.output<typeof userUpdate>;
export type WireClientUser = z.output<typeof clientUser>;
export type WireServerUser = z.output<typeof user>;
export type WireListedUser = z.output<typeof listedUser>;
