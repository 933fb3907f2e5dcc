export { createProject, type NewProject } from './create-project.ts';
export { ensureInternalProject } from './ensure-internal-project.ts';
export { internalProjectId } from './internal-project.ts';
export { requireTrustedUrl } from './require-trusted-url.ts';
export { type OverrideLevels, settingsFrom } from './settings-from.ts';
