import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const packages = path.join(repository, 'packages');

/**
 * What is built together: from which packages, by which configuration, and what has to be there afterwards. The first file
 * tells where the stamp goes that says from which sources it was built.
 *
 * @typedef {{ packages: string[], config: string, outputs: string[], bundle: () => Promise<void> }} Build
 */

/** @type {Build} */
export const serverBuild = {
  packages: ['contract', 'server', 'cli'],
  config: 'tsdown.config.ts',
  outputs: ['cli/dist/main.js', 'server/dist/index.js', 'contract/dist/index.js'],
  bundle: () => bundleWithTsdown('tsdown.config.ts'),
};

/** @type {Build} */
export const dashboardBuild = {
  packages: ['js', 'ui', 'react', 'dashboard'],
  config: 'packages/dashboard/vite.config.ts',
  outputs: ['dashboard/dist/index.html'],
  async bundle() {
    const { build } = await import('vite');
    // Vite takes what it finds there, and a test run's "test" would bring the slow half of React.
    const { NODE_ENV = 'production' } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      await build({ configFile: path.join(packages, 'dashboard/vite.config.ts'), logLevel: 'warn' });
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  },
};

/** @type {Build} */
export const sdkBuild = {
  packages: ['contract', 'js', 'ui', 'react'],
  config: 'tsdown.sdk.config.ts',
  outputs: ['js/dist/index.js', 'js/dist/index.d.ts', 'react/dist/index.js', 'react/dist/styles.css'],
  async bundle() {
    await bundleWithTsdown('tsdown.sdk.config.ts');
    const { finishSdk } = await import('./finish-sdk.js');
    await finishSdk();
  },
};

/** The built `latchkey` command. */
export const latchkeyCommand = path.join(packages, 'cli/dist/main.js');

/**
 * Bundles packages into their `dist` folders.
 *
 * @param {Build} build
 */
export async function buildPackages(build) {
  const builtFrom = fingerprintOfSources(build);
  rmSync(stampOf(build), { force: true });
  await build.bundle();
  // Last, so that a build that was interrupted, or edited under, is made again.
  writeFileSync(stampOf(build), builtFrom);
}

/** @param {string} config */
async function bundleWithTsdown(config) {
  const { build } = await import('tsdown');
  await build({ config: path.join(repository, config), logLevel: 'warn' });
}

/**
 * Whether an output is missing, or was made from other sources than these.
 *
 * @param {Build} build
 */
export function isBuildStale(build) {
  const isBuilt =
    existsSync(stampOf(build)) && build.outputs.every((output) => existsSync(path.join(packages, output)));
  return !isBuilt || readFileSync(stampOf(build), 'utf8') !== fingerprintOfSources(build);
}

/** @param {Build} build */
function stampOf({ outputs: [first = ''] }) {
  return path.join(packages, path.dirname(first), '.built-from');
}

/**
 * Names, sizes and times, not contents: it runs at every start. The newest time alone would miss a deleted file.
 *
 * @param {Build} build
 */
function fingerprintOfSources(build) {
  const fingerprint = createHash('sha256');
  for (const file of sourceFiles(build)) {
    const { size, mtimeMs } = statSync(file);
    fingerprint.update(`${path.relative(repository, file)} ${size} ${mtimeMs}\n`);
  }
  return fingerprint.digest('hex');
}

/** @param {Build} build */
function sourceFiles(build) {
  const files = [path.join(repository, build.config), path.join(repository, 'package-lock.json')];
  for (const name of build.packages) {
    files.push(path.join(packages, name, 'package.json'));
    for (const entry of readdirSync(path.join(packages, name, 'src'), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
    }
  }
  return files.sort();
}
