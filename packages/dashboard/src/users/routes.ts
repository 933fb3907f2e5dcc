import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';

const usersRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'users',
  component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
});

const userRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'users/$userId',
  component: lazyRouteComponent(() => import('./user-page.tsx'), 'UserPage'),
});

export const userRoutes = [usersRoute, userRoute] as const;
