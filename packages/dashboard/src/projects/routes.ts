import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { homeRoute } from '../app/home-route.ts';

const projectsRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./projects-page.tsx'), 'ProjectsPage'),
});

const newProjectRoute = createRoute({
  getParentRoute: () => homeRoute,
  path: 'projects/new',
  component: lazyRouteComponent(() => import('./new-project-page.tsx'), 'NewProjectPage'),
});

export const projectsRoutes = [projectsRoute, newProjectRoute] as const;
