export { revokeTeamApiKeysOfCreator } from './api-keys.queries.ts';
export { apiKeys } from './api-keys.routes.ts';
