import { apiKeyRoutes } from './api-keys.ts';
import { mailRoutes } from './mails.ts';
import { contactChannelRoutes } from './contact-channels.ts';
import { sdkCompatibilityRoutes } from './sdk-compatibility.ts';
import { userRoutes } from './users.ts';

/** Every endpoint of the API by its operation id. */
export const routes = {
  ...apiKeyRoutes,
  ...mailRoutes,
  ...contactChannelRoutes,
  ...sdkCompatibilityRoutes,
  ...userRoutes,
};
