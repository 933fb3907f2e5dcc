import { z } from 'zod';
import { route } from './route.ts';
import { boolean, id, idOrMe, listOf, page, success, text } from './shapes.ts';

/** The permissions that the server itself asks for; every project has them, and they cannot be changed. */
export const systemPermissions = {
  $update_team: 'Change the name, image and metadata of the team',
  $delete_team: 'Delete the team',
  $read_members: 'See who is a member of the team',
  $remove_members: 'Remove other members from the team',
  $invite_members: 'Invite people to the team, and see and withdraw its invitations',
  $manage_api_keys: 'Create, see, change and revoke the API keys of the team',
} as const;

export type SystemPermissionId = keyof typeof systemPermissions;

const maxPermissionIdLength = 256;
const maxContainedPermissions = 500;

/** A permission's id as it is named; a leading `$` marks those of the system. */
const permissionId = text(maxPermissionIdLength).regex(
  /^\$?[a-z0-9_:]+$/,
  'must consist of a-z, 0-9, "_" and ":", after a "$" for the permissions of the system',
);

/** A permission's id as it is chosen. */
const customPermissionId = text(maxPermissionIdLength).regex(/^[a-z0-9_:]+$/, 'must consist of a-z, 0-9, "_" and ":"');

export const permissionDefinition = z.strictObject({
  id: z.string(),
  description: z.string().optional(),
  contained_permission_ids: z.array(z.string()),
});

export const teamPermission = z.strictObject({ id: z.string(), user_id: id, team_id: id });
export const projectPermission = z.strictObject({ id: z.string(), user_id: id });

const definitionFields = {
  description: text(1_024).optional(),
  contained_permission_ids: z.array(permissionId).max(maxContainedPermissions).optional(),
};
const creation = z.strictObject({ ...definitionFields, id: customPermissionId });
const update = z.strictObject({ ...definitionFields, id: customPermissionId.optional() });
const definitionById = z.strictObject({ permission_id: permissionId });
const definitionListing = z.strictObject({ ...page, query: text(maxPermissionIdLength).optional() });

const ofTeamMember = z.strictObject({ team_id: id, user_id: idOrMe, permission_id: permissionId });
const ofUser = z.strictObject({ user_id: idOrMe, permission_id: permissionId });

const projectPermissionListing = {
  ...page,
  user_id: idOrMe.optional(),
  permission_id: permissionId.optional(),
  recursive: boolean.optional(),
};

const creationErrors = ['PERMISSION_ID_ALREADY_EXISTS', 'CONTAINED_PERMISSION_NOT_FOUND'] as const;
const lookupErrors = ['PERMISSION_NOT_FOUND', 'WRONG_PERMISSION_SCOPE'] as const;

/** The four endpoints of the definitions of one scope, which differ in nothing but that scope. */
function definitionRoutes<const Scope extends 'team' | 'project'>(scope: Scope) {
  const path = `/${scope}-permission-definitions` as const;
  return {
    list: route({
      method: 'GET',
      path,
      access: 'admin',
      summary: `Lists the ${scope} permissions that the project defines, those of the system included, by id.`,
      query: definitionListing,
      answer: listOf(permissionDefinition),
    }),
    create: route({
      method: 'POST',
      path,
      access: 'admin',
      summary: `Defines a ${scope} permission.`,
      status: 201,
      body: creation,
      answer: permissionDefinition,
      errors: creationErrors,
    }),
    update: route({
      method: 'PATCH',
      path: `${path}/:permission_id`,
      access: 'admin',
      summary: `Renames or changes a ${scope} permission; who holds it under the old id holds it under the new one.`,
      params: definitionById,
      body: update,
      answer: permissionDefinition,
      errors: [...lookupErrors, ...creationErrors],
    }),
    delete: route({
      method: 'DELETE',
      path: `${path}/:permission_id`,
      access: 'admin',
      summary: `Deletes a ${scope} permission and takes it away from everyone who holds it.`,
      params: definitionById,
      answer: success,
      errors: lookupErrors,
    }),
  };
}

const teamDefinitions = definitionRoutes('team');
const projectDefinitions = definitionRoutes('project');

export const permissionRoutes = {
  listTeamPermissionDefinitions: teamDefinitions.list,
  createTeamPermissionDefinition: teamDefinitions.create,
  updateTeamPermissionDefinition: teamDefinitions.update,
  deleteTeamPermissionDefinition: teamDefinitions.delete,
  listProjectPermissionDefinitions: projectDefinitions.list,
  createProjectPermissionDefinition: projectDefinitions.create,
  updateProjectPermissionDefinition: projectDefinitions.update,
  deleteProjectPermissionDefinition: projectDefinitions.delete,
  listTeamPermissions: route({
    method: 'GET',
    path: '/team-permissions',
    access: 'client',
    summary: 'Lists the permissions that members hold in teams; with `recursive`, those that they contain as well.',
    query: z.strictObject({ ...projectPermissionListing, team_id: id.optional() }),
    answer: listOf(teamPermission),
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  grantTeamPermission: route({
    method: 'POST',
    path: '/team-permissions/:team_id/:user_id/:permission_id',
    access: 'server',
    summary: 'Grants a permission to a member of a team.',
    status: 201,
    params: ofTeamMember,
    answer: teamPermission,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', ...lookupErrors, 'TEAM_MEMBERSHIP_NOT_FOUND'],
  }),
  revokeTeamPermission: route({
    method: 'DELETE',
    path: '/team-permissions/:team_id/:user_id/:permission_id',
    access: 'server',
    summary: 'Takes a permission away from a member of a team.',
    params: ofTeamMember,
    answer: success,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', 'TEAM_PERMISSION_NOT_FOUND'],
  }),
  listProjectPermissions: route({
    method: 'GET',
    path: '/project-permissions',
    access: 'client',
    summary: 'Lists the permissions that users hold in the project; with `recursive`, those that they contain as well.',
    query: z.strictObject(projectPermissionListing),
    answer: listOf(projectPermission),
    errors: ['USER_AUTHENTICATION_REQUIRED', 'CANNOT_GET_OWN_USER_WITHOUT_USER'],
  }),
  grantProjectPermission: route({
    method: 'POST',
    path: '/project-permissions/:user_id/:permission_id',
    access: 'server',
    summary: 'Grants a project permission to a user.',
    status: 201,
    params: ofUser,
    answer: projectPermission,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', ...lookupErrors, 'USER_NOT_FOUND'],
  }),
  revokeProjectPermission: route({
    method: 'DELETE',
    path: '/project-permissions/:user_id/:permission_id',
    access: 'server',
    summary: 'Takes a project permission away from a user.',
    params: ofUser,
    answer: success,
    errors: ['CANNOT_GET_OWN_USER_WITHOUT_USER', 'PERMISSION_NOT_FOUND'],
  }),
};
