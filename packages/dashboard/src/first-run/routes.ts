import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.ts';

const claimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'claim',
  component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'join',
  component: lazyRouteComponent(() => import('./join-page.tsx'), 'JoinPage'),
});

const handlerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'handler/$',
  component: lazyRouteComponent(() => import('./handler-page.tsx'), 'HandlerPage'),
});

export const firstRunRoutes = [claimRoute, joinRoute, handlerRoute] as const;
