import { z } from 'zod';
import { route } from './route.ts';
import { boolean, id, idOrMe, inclusion, isoDate, listOf, millis, page, pageSize, text } from './shapes.ts';
import { user } from './users.ts';
import { serverTeam } from './teams.ts';

/** Longest description of an API key, in characters. */
export const maxDescriptionLength = 256;

const lastFour = z.strictObject({ last_four: z.string() });

const creator = z.strictObject({ user_id: id.nullable() });

const fields = {
  id,
  description: z.string(),
  is_public: z.boolean(),
  created_at_millis: z.number(),
  expires_at_millis: z.number().optional(),
  manually_revoked_at_millis: z.number().optional(),
};

const userKeyFields = { ...fields, type: z.literal('user'), user_id: id };
const teamKeyFields = { ...fields, type: z.literal('team'), team_id: id };

const usage = z.strictObject({
  /** Of the last check that it passed; null: never. */
  last_used_at_millis: z.number().nullable(),
  /** When it was found in public and revoked for that; null: never. */
  leak_reported_at_millis: z.number().nullable(),
});

/** Only on request, `include=creator,usage`. */
const included = { creator: creator.optional(), usage: usage.optional() };

export const userApiKey = z.strictObject({ ...userKeyFields, value: lastFour, ...included });
export const teamApiKey = z.strictObject({ ...teamKeyFields, value: lastFour, ...included });
const apiKey = z.discriminatedUnion('type', [userApiKey, teamApiKey]);

/** Only the answer to the creation holds the whole key. */
const issuedUserApiKey = z.strictObject({ ...userKeyFields, value: z.string() });
const issuedTeamApiKey = z.strictObject({ ...teamKeyFields, value: z.string() });

const creation = {
  description: text(maxDescriptionLength),
  expires_at_millis: millis.nullable(),
  is_public: boolean.optional(),
};

/** Upstream's server app says `expires_at_millis`, its client app `expiresAt`; both mean the same here. */
const update = z.strictObject({
  description: text(maxDescriptionLength).optional(),
  revoked: z.preprocess((value) => (value === 'true' ? true : value), z.literal(true)).optional(),
  expires_at_millis: millis.nullable().optional(),
  expiresAt: z
    .union([millis, isoDate], { error: 'must be milliseconds, an ISO date or null, within the years 1970 to 9999' })
    .nullable()
    .optional(),
});

const status = z.enum(['valid', 'revoked', 'expired']);

/** Fields that upstream's clients do not know, on request. */
const include = inclusion('creator', 'usage').optional();

const listing = {
  ...page,
  query: text(maxDescriptionLength).optional(),
  status: status.optional(),
  include,
};

const presented = z.strictObject({ api_key: z.string() });

const byId = z.strictObject({ api_key_id: id });

const ownerErrors = ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'] as const;
const checkErrors = ['API_KEY_NOT_FOUND', 'WRONG_API_KEY_TYPE', 'API_KEY_REVOKED', 'API_KEY_EXPIRED'] as const;

export const apiKeyRoutes = {
  createUserApiKey: route({
    method: 'POST',
    path: '/user-api-keys',
    access: 'client',
    summary: 'Creates an API key for a user. The answer is the only place where the whole key is ever shown.',
    body: z.strictObject({ ...creation, user_id: idOrMe }),
    answer: issuedUserApiKey,
    errors: [...ownerErrors, 'USER_ID_DOES_NOT_EXIST'],
  }),
  createTeamApiKey: route({
    method: 'POST',
    path: '/team-api-keys',
    access: 'client',
    summary: 'Creates an API key for a team. The answer is the only place where the whole key is ever shown.',
    body: z.strictObject({ ...creation, team_id: id }),
    answer: issuedTeamApiKey,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'API_KEY_NOT_FOUND', 'TEAM_NOT_FOUND'],
  }),
  listUserApiKeys: route({
    method: 'GET',
    path: '/user-api-keys',
    access: 'client',
    summary: 'Lists the API keys of a user, newest first, revoked and expired ones included.',
    query: z.strictObject({ ...listing, user_id: idOrMe }),
    answer: listOf(userApiKey),
    errors: ownerErrors,
  }),
  listTeamApiKeys: route({
    method: 'GET',
    path: '/team-api-keys',
    access: 'client',
    summary: 'Lists the API keys of a team, newest first, revoked and expired ones included.',
    query: z.strictObject({ ...listing, team_id: id }),
    answer: listOf(teamApiKey),
    errors: ['USER_AUTHENTICATION_REQUIRED', 'API_KEY_NOT_FOUND'],
  }),
  getUserApiKey: route({
    method: 'GET',
    path: '/user-api-keys/:api_key_id',
    access: 'client',
    summary: 'Reads an API key of a user.',
    params: byId,
    query: z.strictObject({ user_id: idOrMe.optional(), include }),
    answer: userApiKey,
    errors: [...ownerErrors, 'API_KEY_NOT_FOUND'],
  }),
  getTeamApiKey: route({
    method: 'GET',
    path: '/team-api-keys/:api_key_id',
    access: 'client',
    summary: 'Reads an API key of a team.',
    params: byId,
    query: z.strictObject({ team_id: id, include }),
    answer: teamApiKey,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'API_KEY_NOT_FOUND'],
  }),
  updateUserApiKey: route({
    method: 'PATCH',
    path: '/user-api-keys/:api_key_id',
    access: 'client',
    summary: 'Renames, re-dates or revokes an API key of a user.',
    params: byId,
    query: z.strictObject({ user_id: idOrMe.optional() }),
    body: update,
    answer: userApiKey,
    errors: [...ownerErrors, 'API_KEY_NOT_FOUND'],
  }),
  updateTeamApiKey: route({
    method: 'PATCH',
    path: '/team-api-keys/:api_key_id',
    access: 'client',
    summary: 'Renames, re-dates or revokes an API key of a team.',
    params: byId,
    query: z.strictObject({ team_id: id.optional() }),
    body: update,
    answer: teamApiKey,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'API_KEY_NOT_FOUND'],
  }),
  checkUserApiKey: route({
    method: 'POST',
    path: '/user-api-keys/check',
    access: 'server',
    summary: 'Checks an API key that a caller of your application presented, and tells whose it is.',
    body: presented,
    answer: userApiKey,
    errors: checkErrors,
  }),
  checkTeamApiKey: route({
    method: 'POST',
    path: '/team-api-keys/check',
    access: 'server',
    summary: 'Checks a team API key that a caller of your application presented, and tells whose it is.',
    body: presented,
    answer: teamApiKey,
    errors: checkErrors,
  }),
  reportLeakedApiKey: route({
    method: 'POST',
    path: '/integrations/credential-scanning/revoke',
    access: 'none',
    summary: 'Revokes an API key that was found in public. Holding the key is all the authentication there is.',
    body: presented,
    answer: z.strictObject({ success: z.literal(true) }),
    errors: ['API_KEY_NOT_FOUND', 'API_KEY_EXPIRED', 'PUBLIC_API_KEY_CANNOT_BE_REVOKED'],
  }),
  judgeApiKey: route({
    method: 'POST',
    path: '/latchkey/api-keys/check',
    access: 'server',
    summary:
      'Checks an API key of either type in one round trip: the key with its owner, or the reason of the refusal.',
    body: presented,
    answer: z.union([
      z.strictObject({ valid: z.literal(true), key: userApiKey, user }),
      z.strictObject({ valid: z.literal(true), key: teamApiKey, team: serverTeam }),
      z.strictObject({
        valid: z.literal(false),
        reason: z.enum(['not_found', 'revoked', 'expired', 'owner_restricted', 'kind_disabled']),
      }),
    ]),
  }),
  listApiKeys: route({
    method: 'GET',
    path: '/latchkey/api-keys',
    access: 'server',
    summary: 'Lists all API keys of the project, page by page.',
    query: z.strictObject({
      ...listing,
      limit: pageSize(200).optional(),
      kind: z.enum(['user', 'team']).optional(),
      owner_id: id.optional(),
      expires_before: millis.optional(),
      /** Not used since then; one that never was counts from its creation. */
      unused_since: millis.optional(),
      /** What deserves a look; `owner_restricted`: by an administrator. */
      only: z.enum(['never_expiring', 'owner_restricted', 'reported_as_leaked']).optional(),
      /** `last_used_at`: that, or the creation of a key that never was used. */
      order_by: z.enum(['created_at', 'expires_at', 'last_used_at']).optional(),
      desc: boolean.optional(),
    }),
    answer: listOf(apiKey),
  }),
  getApiKey: route({
    method: 'GET',
    path: '/latchkey/api-keys/:api_key_id',
    access: 'server',
    summary: 'Reads an API key of either type.',
    params: byId,
    query: z.strictObject({ include }),
    answer: apiKey,
    errors: ['API_KEY_NOT_FOUND'],
  }),
  findApiKey: route({
    method: 'POST',
    path: '/latchkey/api-keys/find',
    access: 'server',
    summary: 'Finds the API key behind a pasted string, whatever its state.',
    body: presented,
    answer: apiKey,
    errors: ['API_KEY_NOT_FOUND'],
  }),
  revokeApiKeys: route({
    method: 'POST',
    path: '/latchkey/api-keys/revoke',
    access: 'server',
    summary: 'Revokes many API keys at once and tells what became of each.',
    body: z.strictObject({ ids: z.array(id).min(1).max(1_000) }),
    answer: z.strictObject({
      items: z.array(z.strictObject({ id, outcome: z.enum(['revoked', 'already_revoked', 'not_found']) })),
    }),
  }),
};

export type WireApiKey = z.output<typeof apiKey>;
export type WireIssuedApiKey = z.output<typeof issuedUserApiKey> | z.output<typeof issuedTeamApiKey>;
