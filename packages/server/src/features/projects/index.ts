export { addProject } from './add-project.ts';
export { ensureInternalProject } from './ensure-internal-project.ts';
export { internalProjectId } from './internal-project.ts';
export { loadProject } from './load-project.ts';
export { projects } from './projects.routes.ts';
export { adoptUnownedProjects, findUnownedProjectId } from './projects.queries.ts';
export { requireOperator } from './require-operator.ts';
export { requireTrustedUrl } from './require-trusted-url.ts';
export { type OverrideLevels, settingsFrom } from './settings-from.ts';
