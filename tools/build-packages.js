import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const packages = path.join(repository, 'packages');
const bundles = ['contract/dist/index.js', 'server/dist/index.js', 'cli/dist/main.js'];
const stamp = path.join(packages, 'cli/dist/.built-from');

/** The built `latchkey` command. */
export const latchkeyCommand = path.join(packages, 'cli/dist/main.js');

/** Bundles every package into its `dist` folder. */
export async function buildPackages() {
  const builtFrom = fingerprintOfSources();
  rmSync(stamp, { force: true });
  const { build } = await import('tsdown');
  await build({ config: path.join(repository, 'tsdown.config.ts'), logLevel: 'warn' });
  // Last, so that a build that was interrupted, or edited under, is made again.
  writeFileSync(stamp, builtFrom);
}

/** Whether a bundle is missing, or the bundles were made from other sources than these. */
export function isBuildStale() {
  const isBuilt = existsSync(stamp) && bundles.every((bundle) => existsSync(path.join(packages, bundle)));
  return !isBuilt || readFileSync(stamp, 'utf8') !== fingerprintOfSources();
}

/** Names, sizes and times, not contents: it runs at every start. The newest time alone would miss a deleted file. */
function fingerprintOfSources() {
  const fingerprint = createHash('sha256');
  for (const file of sourceFiles()) {
    const { size, mtimeMs } = statSync(file);
    fingerprint.update(`${path.relative(repository, file)} ${size} ${mtimeMs}\n`);
  }
  return fingerprint.digest('hex');
}

function sourceFiles() {
  const files = [path.join(repository, 'tsdown.config.ts'), path.join(repository, 'package-lock.json')];
  for (const name of readdirSync(packages)) {
    const source = path.join(packages, name, 'src');
    if (!existsSync(source)) continue;
    files.push(path.join(packages, name, 'package.json'));
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
    }
  }
  return files.sort();
}
