import { buildPackages, isBuildStale } from './build-packages.js';

/** For tests of the built `latchkey` command; runs once, before all of them. */
export async function setup() {
  if (isBuildStale()) await buildPackages();
}
