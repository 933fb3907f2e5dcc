import type { z } from 'zod';
import { apiKeyRoutes } from './api-keys.ts';
import { installationRoutes } from './installation.ts';
import { mailRoutes } from './mails.ts';
import { contactChannelRoutes } from './contact-channels.ts';
import { sdkCompatibilityRoutes } from './sdk-compatibility.ts';
import { userRoutes } from './users.ts';
import { passwordRoutes } from './passwords.ts';
import { permissionRoutes } from './permissions.ts';
import { projectKeyRoutes } from './project-keys.ts';
import { projectRoutes } from './projects.ts';
import { sessionRoutes } from './sessions.ts';
import { teamInvitationRoutes } from './team-invitations.ts';
import { teamMemberRoutes } from './team-members.ts';
import { teamRoutes } from './teams.ts';
import { usageRoutes } from './usage.ts';

/** Every endpoint of the API by its operation id. */
export const routes = {
  ...installationRoutes,
  ...projectRoutes,
  ...projectKeyRoutes,
  ...apiKeyRoutes,
  ...mailRoutes,
  ...contactChannelRoutes,
  ...sdkCompatibilityRoutes,
  ...userRoutes,
  ...teamRoutes,
  ...teamMemberRoutes,
  ...teamInvitationRoutes,
  ...permissionRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...usageRoutes,
};

/** The name of an endpoint: its operation id. */
export type RouteName = keyof typeof routes;

/** What an endpoint answers, as it comes over the wire. */
export type AnswerOf<Name extends RouteName> = z.output<(typeof routes)[Name]['answer']>;
