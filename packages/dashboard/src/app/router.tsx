import { createRouter } from '@tanstack/react-router';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import { firstRunRoutes } from '../first-run/routes.ts';
import { operatorRoutes } from '../operators/routes.ts';
import { overviewRoutes } from '../overview/routes.ts';
import { FailedPage } from '../page/failed-page.tsx';
import { LostPage } from '../page/lost-page.tsx';
import { PageSkeleton } from '../page/page-skeleton.tsx';
import { projectRoute } from '../project/project-route.ts';
import { projectsRoutes } from '../projects/routes.ts';
import { sessionRoutes } from '../session/routes.ts';
import { settingsRoutes } from '../settings/routes.ts';
import { teamRoutes } from '../teams/routes.ts';
import { userRoutes } from '../users/routes.ts';
import { homeRoute } from './home-route.ts';
import { rootRoute } from './root-route.ts';

const routeTree = rootRoute.addChildren([
  ...firstRunRoutes,
  homeRoute.addChildren([...projectsRoutes, ...operatorRoutes, ...sessionRoutes]),
  projectRoute.addChildren([...overviewRoutes, ...userRoutes, ...teamRoutes, ...apiKeyRoutes, ...settingsRoutes]),
]);

/** Every view of the dashboard by its address: what a page shows is in its path and query, so that a link shows the same. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultNotFoundComponent: LostPage,
  defaultErrorComponent: FailedPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
