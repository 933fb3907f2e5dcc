import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { homeRoute } from '../app/home-route.ts';

const operatorsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: 'operators',
  component: lazyRouteComponent(() => import('./operators-page.tsx'), 'OperatorsPage'),
});

export const operatorRoutes = [operatorsRoute] as const;
