import { chmod, constants, copyFile, lstat, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { BinariesPackage } from './locate-binaries.ts';

/** What an installation consists of; paths are relative to its folder. */
interface Contents {
  directories: string[];
  files: { path: string; sizeInBytes: number; executable: boolean }[];
  links: { path: string; target: string }[];
}

const folderPrefix = 'postgresql-';

/**
 * Copies the binaries into `location` unless they are there complete, and returns the folder with `bin`, `lib` and `share`.
 *
 * PostgreSQL does not run from where npm put it: npm ships no symbolic links, install scripts may be off, and the
 * server's own user may not be allowed into `node_modules`. The caller holds the lock of the data folder.
 */
export async function installBinaries(source: BinariesPackage, location: string): Promise<string> {
  const target = join(location, `${folderPrefix}${source.version}-${source.platform}`);
  const contents = await listContents(source.directory);
  if (!(await isComplete(contents, target))) {
    const unfinished = `${target}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await copy(contents, source.directory, unfinished);
    if (process.platform === 'linux') await allowUnlistedUsers(unfinished);
    await rm(target, { recursive: true, force: true });
    await rename(unfinished, target);
  }
  await removeOtherInstallations(location, basename(target));
  return target;
}

async function listContents(source: string): Promise<Contents> {
  const contents: Contents = { directories: [], files: [], links: await listMissingLinks(source) };
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    const path = relative(source, join(entry.parentPath, entry.name));
    if (isForDevelopers(path)) continue;
    if (entry.isDirectory()) contents.directories.push(path);
    else if (entry.isSymbolicLink()) contents.links.push({ path, target: await readlink(join(source, path)) });
    else contents.files.push(await describeFile(source, path));
  }
  const shipped = new Set(contents.files.map((file) => file.path));
  const unique = new Map(contents.links.map((link) => [link.path, link]));
  contents.links = [...unique.values()].filter((link) => !shipped.has(link.path));
  return contents;
}

/** Static libraries and what compiles extensions: nothing that a running server opens. */
function isForDevelopers(path: string): boolean {
  return path.endsWith('.a') || /[\\/](?:pkgconfig|pgxs)(?:[\\/]|$)/.test(path) || path === 'pg-symlinks.json';
}

async function describeFile(source: string, path: string): Promise<Contents['files'][number]> {
  const { size, mode } = await lstat(join(source, path));
  return { path, sizeInBytes: size, executable: (mode & 0o111) !== 0 };
}

/** The package lists the links that npm dropped, with both ends given from the folder above `source`. */
async function listMissingLinks(source: string): Promise<Contents['links']> {
  const list = await readFile(join(source, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  return links.map((link) => ({
    path: relative('native', link.target),
    target: relative(dirname(link.target), link.source),
  }));
}

/** Compares sizes too: after a loss of power a file may be there by name only. */
async function isComplete(contents: Contents, target: string): Promise<boolean> {
  try {
    const sizes = await Promise.all(contents.files.map(async (file) => (await lstat(join(target, file.path))).size));
    const ends = await Promise.all(contents.links.map((link) => readlink(join(target, link.path))));
    return (
      contents.files.every((file, index) => sizes[index] === file.sizeInBytes) &&
      contents.links.every((link, index) => ends[index] === link.target)
    );
  } catch {
    return false;
  }
}

/** Sets each mode itself, so that the server's user can read the copy whatever the umask of `npm install` and of this process. */
async function copy(contents: Contents, source: string, target: string): Promise<void> {
  for (const directory of ['.', ...contents.directories]) {
    await mkdir(join(target, directory));
    await chmod(join(target, directory), 0o755);
  }
  await Promise.all(
    contents.files.map(async (file) => {
      await copyFile(join(source, file.path), join(target, file.path), constants.COPYFILE_FICLONE);
      await chmod(join(target, file.path), file.executable ? 0o755 : 0o644);
    }),
  );
  await Promise.all(contents.links.map((link) => symlink(link.target, join(target, link.path))));
}

/**
 * Lets our copy run under a user id without a line in /etc/passwd.
 *
 * `initdb`, and the `postgres` it calls, give up when getpwuid() does not know their user, although we name the superuser
 * ourselves and the answer goes unused. The ids we run under are often unlisted: the server's own when started as root, and
 * any chosen with `docker run --user`. getpwent() has the same result type, takes no argument into account and answers with the first entry
 * of the list, so the copy imports that function instead: a change of one name, of the same length, in the table of imports.
 */
async function allowUnlistedUsers(installation: string): Promise<void> {
  for (const program of ['initdb', 'postgres']) {
    const path = join(installation, 'bin', program);
    const image = await readFile(path);
    const position = image.indexOf('\0getpwuid\0');
    if (position === -1) continue;
    image.write('getpwent', position + 1, 'latin1');
    await writeFile(path, image);
  }
}

async function removeOtherInstallations(location: string, current: string): Promise<void> {
  for (const name of await readdir(location)) {
    if (name.startsWith(folderPrefix) && name !== current) await rm(join(location, name), { recursive: true, force: true });
  }
}
