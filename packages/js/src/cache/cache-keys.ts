/** The paths under which hooks find what methods change: both sides spell them here. */
export const cacheKeys = {
  project: 'project',
  /** The projects of an operator. */
  ownedProjects: 'owned-projects',
  internalApiKeys: 'internal-api-keys',
  permissionDefinitions: 'permission-definitions',
  currentUser: 'current-user',
  /** Everything that is shown of any user. */
  allUsers: 'users',
  /** Everything that is shown of any team. */
  allTeams: 'teams',
  /** The keys of the project, whoever holds them. */
  allApiKeys: 'api-keys',
  apiKeys: (owner: { type: 'user' | 'team'; id: string }) => `${owner.type}s/${owner.id}/api-keys`,
  teams: (userId: string) => `users/${userId}/teams`,
  team: (userId: string, teamId: string) => `users/${userId}/teams/${teamId}`,
  permissions: (userId: string) => `users/${userId}/permissions`,
  contactChannels: (userId: string) => `users/${userId}/contact-channels`,
  sessions: (userId: string) => `users/${userId}/sessions`,
  receivedInvitations: (userId: string) => `users/${userId}/invitations`,
  teamMembers: (teamId: string) => `teams/${teamId}/members`,
  teamProfile: (userId: string, teamId: string) => `teams/${teamId}/members/${userId}`,
  sentInvitations: (teamId: string) => `teams/${teamId}/invitations`,
} as const;
