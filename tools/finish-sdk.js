import path from 'node:path';
import { build } from 'esbuild';
import { emitDeclarations } from './emit-declarations.js';

const packages = path.resolve(import.meta.dirname, '../packages');

/** What the bundler leaves to do: one stylesheet, and the types. */
export async function finishSdk() {
  await build({
    entryPoints: [path.join(packages, 'react/src/styles/index.css')],
    outfile: path.join(packages, 'react/dist/styles.css'),
    bundle: true,
    minify: true,
    // Left as written: what older browsers need is for the application's own bundler to say.
    target: 'esnext',
    logLevel: 'warning',
  });
  emitDeclarations('js', { '@latchkey/contract/known-errors': 'contract/src/known-errors.ts' });
  emitDeclarations('react', { '@latchkey/ui': 'ui/src/index.ts' });
}
