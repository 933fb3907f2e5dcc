export { apiKeys } from './api-keys.routes.ts';
