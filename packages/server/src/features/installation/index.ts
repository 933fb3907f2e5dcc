export { installation } from './installation.routes.ts';
export { type PreparedInstallation, prepareInstallation } from './prepare-installation.ts';
