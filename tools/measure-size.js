import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildPackages, dashboardBuild, isBuildStale } from './build-packages.js';

// What an application's users download: bundled and minified as a bundler does it, then gzipped. React is the application's
// own, and so are languages that are loaded when somebody asks for them.

const repository = path.resolve(import.meta.dirname, '..');

const measurements = [
  { name: '@latchkey/js, client', code: `export { StackClientApp } from '@latchkey/js';`, limitInKilobytes: 15 },
  { name: '@latchkey/js, everything', code: `export * from '@latchkey/js';` },
  {
    name: '@latchkey/react, every component and its styles',
    code: `export * from '@latchkey/react'; import '@latchkey/react/styles.css';`,
    limitInKilobytes: 80,
  },
];

let isTooLarge = false;
for (const { name, code, limitInKilobytes } of measurements) report(name, await measure(code), limitInKilobytes);
report('dashboard, what every page of it needs', await measureDashboard(), 185);
if (isTooLarge) process.exitCode = 1;

/**
 * @param {string} name
 * @param {number} bytes
 */
function report(name, bytes, limitInKilobytes = Infinity) {
  const kilobytes = bytes / 1000;
  const isWithin = kilobytes <= limitInKilobytes;
  const limit = limitInKilobytes === Infinity ? '' : `, limit ${limitInKilobytes} kB${isWithin ? '' : ': TOO LARGE'}`;
  console.log(`${kilobytes.toFixed(1).padStart(6)} kB  ${name}${limit}`);
  if (!isWithin) isTooLarge = true;
}

/**
 * Bytes over the wire of what is loaded at once; chunks that are loaded on demand do not count.
 *
 * @param {string} code
 */
async function measure(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: path.join(repository, 'packages/react'), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    splitting: true,
    metafile: true,
    outdir: path.join(repository, 'dist'),
    absWorkingDir: repository,
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    legalComments: 'none',
    logLevel: 'error',
  });
  const atOnce = loadedAtOnce(metafile);
  return outputFiles
    .filter((file) => atOnce.has(path.relative(repository, file.path)))
    .reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0);
}

/** @param {import('esbuild').Metafile} metafile */
function loadedAtOnce({ outputs }) {
  const found = new Set(
    Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === '<stdin>' || file.endsWith('.css')),
  );
  for (const file of found) {
    for (const { path: imported, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) found.add(imported);
    }
  }
  return found;
}

/** Bytes of the scripts and styles that its page names; a browser test measures what one view comes to, with its own part. */
async function measureDashboard() {
  if (isBuildStale(dashboardBuild)) await buildPackages(dashboardBuild);
  const dist = path.join(repository, 'packages/dashboard/dist');
  const page = await readFile(path.join(dist, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const contents = await Promise.all(files.map((file) => readFile(path.join(dist, file))));
  return contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
}
