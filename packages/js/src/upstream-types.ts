import type { StackAdminAppOptions, StackClientAppOptions, StackServerAppOptions } from './apps/app-options.ts';
import type { GetUserOptions } from './apps/stack-app.ts';
import type { ContactChannel } from './contact-channels/contact-channel.ts';
import type { PageUrls } from './pages/page-urls.ts';
import type { Permission } from './permissions/list-permissions.ts';
import type { PermissionDefinition, PermissionDefinitionUpdateOptions } from './permissions/permission-definitions.ts';
import type { TrustedDomain } from './projects/admin-project-config.ts';
import type { SentTeamInvitation } from './teams/team-invitation.ts';
import type { TeamMemberProfile } from './teams/team-member.ts';
import type { TeamCreationOptions } from './teams/team.ts';
import type { ServerUserListOptions } from './users/list-users.ts';
import type { UserFields } from './users/user-fields.ts';

/*
 * The names that the official SDK has for types of ours, so that moving stays one import.
 */

/** `UserFields` under its name in the official SDK. */
export type User = UserFields;
/** `StackClientAppOptions` under its name in the official SDK. */
export type StackClientAppConstructorOptions<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> = StackClientAppOptions<HasTokenStore, ProjectId>;
/** `StackServerAppOptions` under its name in the official SDK. */
export type StackServerAppConstructorOptions<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> = StackServerAppOptions<HasTokenStore, ProjectId>;
/** `StackAdminAppOptions` under its name in the official SDK. */
export type StackAdminAppConstructorOptions<
  HasTokenStore extends boolean = boolean,
  ProjectId extends string = string,
> = StackAdminAppOptions<HasTokenStore, ProjectId>;
/** `GetUserOptions` under its name in the official SDK. */
export type GetCurrentUserOptions<HasTokenStore extends boolean = boolean> = GetUserOptions<HasTokenStore>;
/** `PageUrls` under its name in the official SDK. */
export type HandlerUrls = PageUrls;
/** `PageUrls` under its name in the official SDK. */
export type ResolvedHandlerUrls = PageUrls;
/** `TeamCreationOptions` under its name in the official SDK. */
export type TeamCreateOptions = TeamCreationOptions;
/** What `createTeam` of a server app takes, under its name in the official SDK. */
export type ServerTeamCreateOptions = TeamCreationOptions & { creatorUserId?: string };
/** `ServerUserListOptions` under its name in the official SDK. */
export type ServerListUsersOptions = ServerUserListOptions;
/** `TeamMemberProfile` under its name in the official SDK. */
export type ServerTeamMemberProfile = TeamMemberProfile;
/** `SentTeamInvitation` under its name in the official SDK. */
export type TeamInvitation = SentTeamInvitation;
/** `ContactChannel` under its name in the official SDK. */
export type ServerContactChannel = ContactChannel;
/** `TrustedDomain` under its name in the official SDK. */
export type AdminDomainConfig = TrustedDomain;
/** `Permission` under its name in the official SDK. */
export type AdminTeamPermission = Permission;
/** `Permission` under its name in the official SDK. */
export type AdminProjectPermission = Permission;
/** `PermissionDefinition` under its name in the official SDK. */
export type AdminTeamPermissionDefinition = PermissionDefinition;
/** `PermissionDefinition` under its name in the official SDK. */
export type AdminTeamPermissionDefinitionCreateOptions = PermissionDefinition;
/** `PermissionDefinitionUpdateOptions` under its name in the official SDK. */
export type AdminTeamPermissionDefinitionUpdateOptions = PermissionDefinitionUpdateOptions;
/** `PermissionDefinition` under its name in the official SDK. */
export type AdminProjectPermissionDefinition = PermissionDefinition;
/** `PermissionDefinition` under its name in the official SDK. */
export type AdminProjectPermissionDefinitionCreateOptions = PermissionDefinition;
/** `PermissionDefinitionUpdateOptions` under its name in the official SDK. */
export type AdminProjectPermissionDefinitionUpdateOptions = PermissionDefinitionUpdateOptions;
