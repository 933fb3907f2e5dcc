/** The pages of a project, with the words by which the palette knows them. */
export const projectPages = [
  { to: '/projects/$projectId', icon: 'eye', label: 'Overview', words: 'checks usage refused' },
  { to: '/projects/$projectId/users', icon: 'user', label: 'Users', words: 'people accounts create user' },
  { to: '/projects/$projectId/teams', icon: 'team', label: 'Teams', words: 'members create team' },
  { to: '/projects/$projectId/api-keys', icon: 'key', label: 'API keys', words: 'create revoke expire' },
  { to: '/projects/$projectId/sign-in', icon: 'shield', label: 'Sign-in', words: 'sign-up methods trusted domains' },
  { to: '/projects/$projectId/permissions', icon: 'shield', label: 'Permissions', words: 'roles' },
  { to: '/projects/$projectId/mail', icon: 'info', label: 'Mail', words: 'smtp e-mails' },
  { to: '/projects/$projectId/project-keys', icon: 'key', label: 'Project keys', words: 'create secret server admin' },
  { to: '/projects/$projectId/settings', icon: 'pencil', label: 'Settings', words: 'rename enable kinds delete' },
  { to: '/projects/$projectId/connect', icon: 'device', label: 'Connect your application', words: 'env snippets sdk' },
] as const;
