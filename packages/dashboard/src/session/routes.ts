import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { homeRoute } from '../app/home-route.ts';

const accountRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: 'account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

export const sessionRoutes = [accountRoute] as const;
