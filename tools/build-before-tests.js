import { buildPackages, isBuildStale, sdkBuild, serverBuild } from './build-packages.js';

/** For tests of what is built: the `latchkey` command, and the packages that applications install. Runs once, before them. */
export async function setup() {
  for (const build of [serverBuild, sdkBuild]) {
    if (isBuildStale(build)) await buildPackages(build);
  }
}
