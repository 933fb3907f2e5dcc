import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../project/project-route.ts';
import { readKeyListSearch } from './key-list-search.ts';

const apiKeysRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'api-keys',
  validateSearch: readKeyListSearch,
  component: lazyRouteComponent(() => import('./api-keys-page.tsx'), 'ApiKeysPage'),
});

const apiKeyRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: 'api-keys/$apiKeyId',
  component: lazyRouteComponent(() => import('./api-key-page.tsx'), 'ApiKeyPage'),
});

export const apiKeyRoutes = [apiKeysRoute, apiKeyRoute] as const;
