export * from './apps/client-app.ts';
export * from './apps/server-app.ts';
export * from './apps/admin-app.ts';
export type {
  RedirectMethod,
  StackClientAppOptions,
  StackServerAppOptions,
  StackAdminAppOptions,
} from './apps/app-options.ts';
export type { Credentials, VerificationCodeRefusal } from './apps/sign-in-app.ts';
export type { GetUserOptions, SessionOption, TokenPartialUser } from './apps/stack-app.ts';
export { ApiKey, TeamApiKey, UserApiKey } from './api-keys/api-key.ts';
export type {
  ApiKeyCreationOptions,
  ApiKeyCreator,
  ApiKeyOwner,
  ApiKeyType,
  ApiKeyUpdateOptions,
  LastFour,
  TeamApiKeyFirstView,
  UserApiKeyFirstView,
} from './api-keys/api-key.ts';
export type { AcceptedApiKey, ApiKeyRefusal, ApiKeyVerdict } from './api-keys/check-api-key.ts';
export type { ApiKeyListOptions } from './api-keys/owned-api-keys.ts';
export type { AllApiKeysFilter, ApiKeyRevocation } from './api-keys/project-api-keys.ts';
export type { ApiKeyInvalidReason } from './api-keys/why-invalid.ts';
export { cacheKeys } from './cache/cache-keys.ts';
export type { Resource, ResourceCache, Snapshot } from './cache/resource-cache.ts';
export { ContactChannel } from './contact-channels/contact-channel.ts';
export type { ContactChannelCreationOptions, ContactChannelUpdateOptions } from './contact-channels/contact-channel.ts';
export { isKnownError, KnownError } from './errors/known-error.ts';
export {
  LatchkeyError,
  RefusedError,
  SessionChangedError,
  UnreachableError,
  UsageError,
} from './errors/latchkey-error.ts';
export type { Result } from './errors/result.ts';
export type { Page } from './http/page.ts';
export type { RequestLike } from './http/read-header.ts';
export { type Scope, type Scoped, scopeOf, scopeSymbol } from './http/scope.ts';
export type { Counted } from './http/counted.ts';
export type { PageName, PageUrls } from './pages/page-urls.ts';
export type { RedirectOptions } from './pages/redirects.ts';
export { readReturn, withReturn } from './pages/return-url.ts';
export type { Permission, PermissionListOptions } from './permissions/list-permissions.ts';
export type { Mail, MailListOptions, MailWithContent } from './mails/mail.ts';
export type {
  PermissionDefinition,
  PermissionDefinitionListOptions,
  PermissionDefinitionUpdateOptions,
} from './permissions/permission-definitions.ts';
export type { MailDelivery, MailDeliveryTest } from './mails/mail-delivery.ts';
export { claimInstallation, getInstallation } from './operators/installation.ts';
export type { ClaimOptions, Installation, NewOperatorRefusal } from './operators/installation.ts';
export { inviteOperatorByLink, joinOperators } from './operators/invite-operator.ts';
export type { JoinOptions, OperatorInvitation } from './operators/invite-operator.ts';
export { InternalApiKey } from './project-keys/internal-api-key.ts';
export type {
  InternalApiKeyCreateOptions,
  InternalApiKeyFirstView,
  ListedProjectKey,
} from './project-keys/internal-api-key.ts';
export type {
  AdminProjectConfig,
  AdminProjectConfigUpdateOptions,
  ConfigOverride,
  ConfigOverrideLevel,
  PushedConfigSource,
  TrustedDomain,
} from './projects/admin-project-config.ts';
export { AdminProject } from './projects/admin-project.ts';
export type { AdminProjectUpdateOptions, OnboardingStatus } from './projects/admin-project.ts';
export { AdminOwnedProject, ownedProjects } from './projects/owned-projects.ts';
export type { AdminProjectCreateOptions } from './projects/owned-projects.ts';
export type { Project, ProjectConfig } from './projects/project.ts';
export type { ActiveSession } from './sessions/active-session.ts';
export type { Tokens, TokenStoreInit } from './sessions/token-store.ts';
export type { ReceivedTeamInvitation, SentTeamInvitation } from './teams/team-invitation.ts';
export type { EditableTeamMemberProfile, TeamMemberProfile, TeamUser } from './teams/team-member.ts';
export { Team, type TeamCreationOptions, type TeamUpdateOptions } from './teams/team.ts';
export type { Overview, OverviewOptions } from './usage/overview.ts';
export type { RefusedChecks, UsageHour, UsageOptions } from './usage/usage.ts';
export type { Auth, NewPasswordRefusal, SignOutOptions, UserAuth } from './users/auth.ts';
export { CurrentServerUser } from './users/current-server-user.ts';
export { CurrentUser } from './users/current-user.ts';
export type { ServerUserListOptions } from './users/list-users.ts';
export type {
  RiskScores,
  ServerUserCreateOptions,
  ServerUserFields,
  ServerUserUpdateOptions,
} from './users/server-user-fields.ts';
export { ServerTeam, ServerTeamUser, ServerUser } from './users/server-user.ts';
export type { ServerTeamListOptions, ServerTeamUpdateOptions } from './users/server-user.ts';
export type { TeamReference, UserUpdateOptions } from './users/user-base.ts';
export type { Json, RestrictedReason, UserFields } from './users/user-fields.ts';
export type * from './upstream-types.ts';
