import { buildPackages, dashboardBuild, isBuildStale, sdkBuild, serverBuild } from './build-packages.js';

/** For tests of what is built: the `latchkey` command, the dashboard, and the packages of applications. Runs once, before them. */
export async function setup() {
  for (const build of [serverBuild, dashboardBuild, sdkBuild]) {
    if (isBuildStale(build)) await buildPackages(build);
  }
}
