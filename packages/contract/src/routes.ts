import { apiKeyRoutes } from './api-keys.ts';

/** Every endpoint of the API by its operation id. */
export const routes = {
  ...apiKeyRoutes,
};
