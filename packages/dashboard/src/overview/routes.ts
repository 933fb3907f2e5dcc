import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';

const overviewRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  validateSearch: ({ span }: Record<string, unknown>): { span?: 'hours' } => (span === 'hours' ? { span } : {}),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});

const connectRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'connect',
  component: lazyRouteComponent(() => import('./../projects/connect-page.tsx'), 'ConnectPage'),
});

export const overviewRoutes = [overviewRoute, connectRoute] as const;
