import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');
const packages = path.join(repository, 'packages');
const compiler = path.join(repository, 'node_modules/typescript/bin/tsc');

/**
 * Writes the types of a published package into its `dist`. What it took in of packages that are not published stands in a
 * folder of its own there, and nothing may be left that names them: an application could not resolve it.
 *
 * @param {string} name the package's folder
 * @param {Record<string, string>} takenIn names of unpublished modules, each with its source file
 */
export function emitDeclarations(name, takenIn) {
  const cache = path.join(repository, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const output = mkdtempSync(path.join(cache, 'declarations-'));
  try {
    compile(name, output, takenIn);
    const dist = path.join(packages, name, 'dist');
    cpSync(path.join(output, name, 'src'), dist, { recursive: true, filter: isDeclarationOrFolder });
    for (const source of Object.values(takenIn)) {
      const [owner = ''] = source.split('/');
      const file = path.join(output, source.replace(/\.tsx?$/, '.d.ts'));
      // An entry brings along what it re-exports.
      const isEntry = source.endsWith('/index.ts');
      cpSync(isEntry ? path.dirname(file) : file, path.join(dist, owner, isEntry ? '' : path.basename(file)), {
        recursive: true,
        filter: isDeclarationOrFolder,
      });
    }
    for (const file of declarationsIn(dist)) rewriteSpecifiers(file, dist, takenIn);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string} output
 * @param {Record<string, string>} takenIn
 */
function compile(name, output, takenIn) {
  const source = path.join(packages, name, 'src');
  const project = path.join(output, 'tsconfig.json');
  const options = {
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    noEmit: false,
    incremental: false,
  };
  // What is taken in is found by its path: types of what an installed package holds are not written.
  const paths = Object.fromEntries(
    Object.entries(takenIn).map(([module, file]) => [module, [path.join(packages, file)]]),
  );
  writeFileSync(
    project,
    JSON.stringify({
      extends: path.join(packages, name, 'tsconfig.json'),
      compilerOptions: { ...options, paths, rootDir: packages, outDir: output },
      include: [source],
      exclude: [`${source}/**/*.test.*`, `${source}/**/testing/**`],
    }),
  );
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`The types of packages/${name} could not be written.`);
}

/**
 * @param {string} file
 * @param {string} dist
 * @param {Record<string, string>} takenIn
 */
function rewriteSpecifiers(file, dist, takenIn) {
  const text = readFileSync(file, 'utf8').replace(
    /((?:from|import|module) ?\(?)(['"])([^'"]+)\2/g,
    /** @type {(whole: string, before: string, quote: string, specifier: string) => string} */
    (whole, before, quote, specifier) => {
      const source = takenIn[specifier];
      if (source === undefined) return whole.replace(/(\.{1,2}\/[^'"]+)\.tsx?(['"])$/, '$1.js$2');
      const [owner = ''] = source.split('/');
      const target = path.join(dist, owner, path.basename(source).replace(/\.tsx?$/, '.js'));
      return `${before}${quote}./${path.relative(path.dirname(file), target).replaceAll(path.sep, '/')}${quote}`;
    },
  );
  const unpublished = /['"]@latchkey\/(contract|ui)[^'"]*['"]/.exec(text);
  if (unpublished !== null) {
    throw new Error(
      `${path.relative(repository, file)} names ${unpublished[0]}, which is not published: mark what does so as @internal.`,
    );
  }
  writeFileSync(file, text);
}

/** @param {string} folder */
function declarationsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** @param {string} file */
function isDeclarationOrFolder(file) {
  return !path.basename(file).includes('.') || (file.endsWith('.d.ts') && !/\.test\.d\.ts$/.test(file));
}
