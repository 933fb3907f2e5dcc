import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Installs what an example depends on, unless exactly that is installed already. */
export function installExample(folder: string): void {
  const stamp = path.join(folder, 'node_modules/.installed-from');
  const packages = packedPackages(folder);
  const wanted = fingerprintOf(folder, packages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log(`Installing what examples/${path.basename(folder)} depends on.`);
  // npm takes a package of the same version for the same package: forgotten, it is packed anew.
  for (const name of packages.keys()) rmSync(path.join(folder, 'node_modules', name), { recursive: true, force: true });
  rmSync(path.join(folder, 'node_modules/.package-lock.json'), { force: true });
  // Vite too, which keeps what it made of them.
  rmSync(path.join(folder, 'node_modules/.vite'), { recursive: true, force: true });
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error(`npm install failed in ${folder}`);
  writeFileSync(stamp, wanted);
}

/** The packages of this repository among the dependencies, by name, each with its folder. */
function packedPackages(folder: string): Map<string, string> {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return new Map(
    Object.entries(dependencies).flatMap(([name, wanted]) =>
      wanted.startsWith('file:') ? [[name, path.join(folder, wanted.slice('file:'.length))] as const] : [],
    ),
  );
}

/** By contents: a build that changed nothing of these packages is no reason to install them again. */
function fingerprintOf(folder: string, packages: Map<string, string>): string {
  const files = ['package.json', 'package-lock.json', '.npmrc'].map((name) => path.join(folder, name));
  for (const packed of packages.values()) files.push(path.join(packed, 'package.json'), ...builtFiles(packed));
  const fingerprint = createHash('sha256');
  for (const file of files.filter((candidate) => existsSync(candidate))) {
    fingerprint.update(`${file}\n`).update(readFileSync(file));
  }
  return fingerprint.digest('hex');
}

function builtFiles(packed: string): string[] {
  const dist = path.join(packed, 'dist');
  if (!existsSync(dist)) throw new Error(`${packed} is not built: run npm run build in the root of the repository`);
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
