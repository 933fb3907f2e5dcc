import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';
import { readPages } from '../lists/page-search.ts';
import { readPermissionSearch } from './permissions/permission-search.ts';

const signInRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInSettingsPage'),
});

const permissionsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'permissions',
  validateSearch: readPermissionSearch,
  component: lazyRouteComponent(() => import('./permissions/permissions-page.tsx'), 'PermissionsPage'),
});

const mailRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'mail',
  validateSearch: readPages,
  component: lazyRouteComponent(() => import('./mail/mail-page.tsx'), 'MailPage'),
});

const oneMailRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'mail/$mailId',
  component: lazyRouteComponent(() => import('./mail/one-mail-page.tsx'), 'OneMailPage'),
});

const projectKeysRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'project-keys',
  component: lazyRouteComponent(() => import('./project-keys/project-keys-page.tsx'), 'ProjectKeysPage'),
});

const generalRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'settings',
  component: lazyRouteComponent(() => import('./general/general-page.tsx'), 'GeneralPage'),
});

export const settingsRoutes = [
  signInRoute,
  permissionsRoute,
  mailRoute,
  oneMailRoute,
  projectKeysRoute,
  generalRoute,
] as const;
