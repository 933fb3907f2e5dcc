import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.ts';
import { ProjectShell } from '../shell/project-shell.tsx';

/** Everything about one project. */
export const projectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$projectId',
  component: ProjectShell,
});
