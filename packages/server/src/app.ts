import { routes } from '@latchkey/contract';
import type { FastifyInstance } from 'fastify';
import { apiKeys } from './features/api-keys/index.ts';
import { contactChannels } from './features/contact-channels/index.ts';
import { dashboard } from './features/dashboard/index.ts';
import { installation } from './features/installation/index.ts';
import { mails } from './features/mails/index.ts';
import { passwords } from './features/passwords/index.ts';
import { permissions } from './features/permissions/index.ts';
import { createProjectLookup, projectKeys } from './features/project-keys/index.ts';
import { projects } from './features/projects/index.ts';
import { reference } from './features/reference/index.ts';
import { sdkCompatibility } from './features/sdk-compatibility/index.ts';
import { createAccessTokenReader, sessions } from './features/sessions/index.ts';
import { teamInvitations } from './features/team-invitations/index.ts';
import { teamMembers } from './features/team-members/index.ts';
import { isTeamMember, teams } from './features/teams/index.ts';
import { usage } from './features/usage/index.ts';
import { users } from './features/users/index.ts';
import { createHttpServer, refuseOtherMethods } from './http/create-http-server.ts';
import { createApi } from './http/endpoint.ts';
import type { Deps } from './platform/deps.ts';

export interface AppOptions {
  trustedProxies: string[];
  /** Holds every answer against its schema; tests switch it on, since it costs time. */
  verifyAnswers: boolean;
  /** Where the dashboard was built to; without a build there, its pages say so. */
  dashboardDirectory: string;
}

/** The whole server behind its port: one line mounts one feature. */
export function createApp(deps: Deps, options: AppOptions): FastifyInstance {
  const app = createHttpServer({ ...deps, ...options });
  const api = createApi(app, {
    source: {
      findProject: createProjectLookup(deps),
      readAccessToken: createAccessTokenReader(deps),
      isMemberOfInternalTeam: (userId, teamId) => isTeamMember(deps.db, { projectId: 'internal', teamId, userId }),
      recordRequest: (projectId, key) => deps.usage.recordRequest(projectId, key),
    },
    verifyAnswers: options.verifyAnswers,
  });

  installation(api, deps);
  projects(api, deps);
  projectKeys(api, deps);
  users(api, deps);
  contactChannels(api, deps);
  passwords(api, deps);
  sessions(api, deps);
  teams(api, deps);
  teamMembers(api, deps);
  teamInvitations(api, deps);
  permissions(api, deps);
  apiKeys(api, deps);
  usage(api, deps);
  mails(api, deps);
  sdkCompatibility(api, deps);
  reference(app, deps);
  dashboard(app, { directory: options.dashboardDirectory });

  refuseOtherMethods(app, Object.values(routes));
  return app;
}
