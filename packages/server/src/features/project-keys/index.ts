export { createProjectLookup } from './create-project-lookup.ts';
