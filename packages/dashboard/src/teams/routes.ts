import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';

const teamsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'teams',
  component: lazyRouteComponent(() => import('./teams-page.tsx'), 'TeamsPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'teams/$teamId',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
});

export const teamRoutes = [teamsRoute, teamRoute] as const;
