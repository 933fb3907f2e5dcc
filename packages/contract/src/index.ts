export * from './known-errors.ts';
export * from './route.ts';
export * from './shapes.ts';
export * from './project-settings.ts';
export * from './users.ts';
export * from './teams.ts';
export * from './api-keys.ts';
export * from './routes.ts';
