import path from 'node:path';

const vagueNames = new Set(['shared', 'common', 'utils', 'util', 'helpers', 'helper', 'misc', 'manager']);
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const entry = /^packages\/[^/]+\/src\/(features\/[^/]+\/)?index\.ts$/;
const packageHosts = /https?:\/\/registry\.|\bregistry\.[\w-]+\.(org|com|net|io|dev)\b|\b(deb|security)\.debian\.org\b/;
const homeFolder = /(?<![\w.])\/(home|Users)\/[a-z]/;

/** What is wrong with the name of a source file: each folder and file says what is in it, in kebab-case. */
export function nameProblems(file: string): string[] {
  if (!/^packages\/[^/]+\/src\//.test(file)) return [];
  const names = file
    .split('/')
    .slice(3)
    .map((segment) => segment.replace(/\..*$/, ''));
  const problems = names.flatMap((name) => {
    if (vagueNames.has(name)) return [`"${name}" says nothing: name what is in it`];
    return kebabCase.test(name) ? [] : [`"${name}" is not in kebab-case`];
  });
  if (path.basename(file) === 'index.ts' && !entry.test(file))
    problems.push('only a package or a feature has an index.ts');
  return problems;
}

/** What in a text belongs to one machine: a package host, a home folder, or one of `folders`. */
export function textProblems(text: string, folders: readonly string[]): string[] {
  const problems: string[] = [];
  if (packageHosts.test(text)) problems.push('names the host of a package registry');
  if (homeFolder.test(text)) problems.push('names a home folder');
  for (const folder of folders) {
    if (new RegExp(`(?<![\\w.])${escapeForPattern(folder)}(?![\\w-])`).test(text))
      problems.push(`names the folder ${folder}`);
  }
  return problems;
}

/** Whether a lockfile ties the packages to the registry that they were first installed from. */
export function lockfileProblems(lockfile: string): string[] {
  return /"resolved": "https?:/.test(lockfile)
    ? ['says where packages were downloaded: set omit-lockfile-registry-resolved']
    : [];
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
