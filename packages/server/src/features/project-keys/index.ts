export { createProjectLookup } from './create-project-lookup.ts';
export { projectKeys } from './project-keys.routes.ts';
export { type FirstKeys, issueFirstKeys } from './issue-first-keys.ts';
export { type EnvironmentKeys, setEnvironmentKeys } from './set-environment-keys.ts';
