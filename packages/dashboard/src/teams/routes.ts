import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';
import { readTeamSearch } from './team-search.ts';
import { readTeamTab } from './team-tab.ts';

const teamsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'teams',
  validateSearch: readTeamSearch,
  component: lazyRouteComponent(() => import('./teams-page.tsx'), 'TeamsPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'teams/$teamId',
  validateSearch: readTeamTab,
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
});

export const teamRoutes = [teamsRoute, teamRoute] as const;
