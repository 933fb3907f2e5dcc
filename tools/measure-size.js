import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

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
for (const { name, code, limitInKilobytes = Infinity } of measurements) {
  const kilobytes = (await measure(code)) / 1000;
  const isWithin = kilobytes <= limitInKilobytes;
  const limit = limitInKilobytes === Infinity ? '' : `, limit ${limitInKilobytes} kB${isWithin ? '' : ': TOO LARGE'}`;
  console.log(`${kilobytes.toFixed(1).padStart(6)} kB  ${name}${limit}`);
  if (!isWithin) isTooLarge = true;
}
if (isTooLarge) process.exitCode = 1;

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
