import { z } from 'zod';
import { route } from './route.ts';
import { boolean, id, idOrMe, imageUrl, listOf, page, success, text } from './shapes.ts';
import { user } from './users.ts';

const teamMembership = z.strictObject({ team_id: id, user_id: id });

const profileFields = {
  team_id: id,
  user_id: id,
  display_name: z.string().nullable(),
  profile_image_url: z.string().nullable(),
};

/** A member as the other members see it. */
export const clientTeamMemberProfile = z.strictObject(profileFields);

/** A member as the application's server sees it: with the whole user. */
export const serverTeamMemberProfile = z.strictObject({ ...profileFields, user });

const teamMemberProfile = z.union([serverTeamMemberProfile, clientTeamMemberProfile]);

const ofMember = z.strictObject({ team_id: id, user_id: idOrMe });

const memberErrors = [
  'USER_AUTHENTICATION_REQUIRED',
  'CANNOT_GET_OWN_USER_WITHOUT_USER',
  'TEAM_MEMBERSHIP_NOT_FOUND',
] as const;

export const teamMemberRoutes = {
  addTeamMember: route({
    method: 'POST',
    path: '/team-memberships/:team_id/:user_id',
    access: 'server',
    summary: 'Makes a user a member of a team, with the permissions that members get by default.',
    status: 201,
    params: ofMember,
    answer: teamMembership,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', 'TEAM_NOT_FOUND', 'USER_NOT_FOUND', 'TEAM_MEMBERSHIP_ALREADY_EXISTS'],
  }),
  removeTeamMember: route({
    method: 'DELETE',
    path: '/team-memberships/:team_id/:user_id',
    access: 'client',
    summary:
      'Removes a member from a team: a client itself, or others with `$remove_members`. With `revoke_api_keys`, the API keys of the team which that member made are revoked too.',
    params: ofMember,
    query: z.strictObject({ revoke_api_keys: boolean.optional() }),
    answer: success,
    errors: [...memberErrors, 'TEAM_PERMISSION_REQUIRED'],
  }),
  listTeamMemberProfiles: route({
    method: 'GET',
    path: '/team-member-profiles',
    access: 'client',
    summary:
      'Lists the members of a team, or the memberships of a user, oldest first; a client needs `$read_members` to see others.',
    query: z
      .strictObject({ ...page, team_id: id.optional(), user_id: idOrMe.optional() })
      .refine(({ team_id, user_id }) => team_id !== undefined || user_id !== undefined, 'name a team_id or a user_id'),
    answer: listOf(teamMemberProfile),
    errors: [...memberErrors, 'TEAM_PERMISSION_REQUIRED'],
  }),
  getTeamMemberProfile: route({
    method: 'GET',
    path: '/team-member-profiles/:team_id/:user_id',
    access: 'client',
    summary: 'Reads one member of a team; a client needs `$read_members` to see others.',
    params: ofMember,
    answer: teamMemberProfile,
    errors: [...memberErrors, 'TEAM_PERMISSION_REQUIRED'],
  }),
  updateTeamMemberProfile: route({
    method: 'PATCH',
    path: '/team-member-profiles/:team_id/:user_id',
    access: 'client',
    summary: 'Changes how a member appears in a team; a client can change only its own appearance.',
    params: ofMember,
    body: z.strictObject({
      display_name: text(256).nullable().optional(),
      profile_image_url: imageUrl.nullable().optional(),
    }),
    answer: teamMemberProfile,
    errors: memberErrors,
  }),
};
