import { z } from 'zod';
import { route } from './route.ts';
import {
  boolean,
  boundedCount,
  id,
  idOrMe,
  imageUrl,
  inclusion,
  listOf,
  metadata,
  page,
  success,
  text,
} from './shapes.ts';

const teamFields = {
  id,
  display_name: z.string(),
  profile_image_url: z.string().nullable(),
  client_metadata: z.json(),
  client_read_only_metadata: z.json(),
};

/** A team as its members see it. */
export const clientTeam = z.strictObject(teamFields);

/** A team as the application's server sees it. */
export const serverTeam = z.strictObject({
  ...teamFields,
  created_at_millis: z.number(),
  server_metadata: z.json(),
});

const team = z.union([serverTeam, clientTeam]);

/** A team in the list of the application's server, with what belongs to it on request (`include=counts`). */
const listedTeam = z.strictObject({
  ...serverTeam.shape,
  counts: z.strictObject({ members: boundedCount, api_keys: boundedCount }).optional(),
});

/** Longest name of a team, in characters. */
export const maxTeamNameLength = 256;

const displayName = text(maxTeamNameLength).min(1);

const clientChange = { profile_image_url: imageUrl.nullable().optional(), client_metadata: metadata.optional() };
const serverChange = {
  ...clientChange,
  client_read_only_metadata: metadata.optional(),
  server_metadata: metadata.optional(),
};
const creation = { display_name: displayName, creator_user_id: idOrMe.optional() };
const renaming = { display_name: displayName.optional() };

const byId = z.strictObject({ team_id: id });

export const teamRoutes = {
  createTeam: route({
    method: 'POST',
    path: '/teams',
    access: 'client',
    summary:
      'Creates a team. A client becomes its first member, as its creator; a server names the creator, or nobody.',
    status: 201,
    body: z.strictObject({ ...creation, ...serverChange }),
    clientBody: z.strictObject({ ...creation, ...clientChange }),
    answer: team,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER', 'USER_NOT_FOUND'],
  }),
  listTeams: route({
    method: 'GET',
    path: '/teams',
    access: 'client',
    summary:
      'Lists the teams of a user, or all teams of the project, oldest first; whole unless asked for page by page.',
    query: z.strictObject({
      ...page,
      user_id: idOrMe.optional(),
      order_by: z.literal('created_at').optional(),
      desc: boolean.optional(),
      /** The beginning of the name or of a word in it, or an id. */
      query: text(maxTeamNameLength).optional(),
      /** Not for clients. */
      include: inclusion('counts').optional(),
    }),
    answer: listOf(z.union([listedTeam, clientTeam])),
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  getTeam: route({
    method: 'GET',
    path: '/teams/:team_id',
    access: 'client',
    summary: 'Reads one team; a client must be a member of it.',
    params: byId,
    answer: team,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'TEAM_MEMBERSHIP_NOT_FOUND', 'TEAM_NOT_FOUND'],
  }),
  updateTeam: route({
    method: 'PATCH',
    path: '/teams/:team_id',
    access: 'client',
    summary: 'Changes a team; a client needs `$update_team` in it.',
    params: byId,
    body: z.strictObject({ ...renaming, ...serverChange }),
    clientBody: z.strictObject({ ...renaming, ...clientChange }),
    answer: team,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'TEAM_MEMBERSHIP_NOT_FOUND', 'TEAM_PERMISSION_REQUIRED', 'TEAM_NOT_FOUND'],
  }),
  deleteTeam: route({
    method: 'DELETE',
    path: '/teams/:team_id',
    access: 'client',
    summary: 'Deletes a team with its memberships, permissions and API keys; a client needs `$delete_team` in it.',
    params: byId,
    answer: success,
    errors: ['USER_AUTHENTICATION_REQUIRED', 'TEAM_MEMBERSHIP_NOT_FOUND', 'TEAM_PERMISSION_REQUIRED', 'TEAM_NOT_FOUND'],
  }),
};

export type WireClientTeam = z.output<typeof clientTeam>;
export type WireServerTeam = z.output<typeof serverTeam>;
export type WireListedTeam = z.output<typeof listedTeam>;
