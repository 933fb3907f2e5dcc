import react from '@vitejs/plugin-react';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const compressible = /\.(js|css|html|svg)$/;

/** Leaves each file compressed beside it, so that the server has nothing to do but send it. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(files.map((name) => compress(path.join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
}

export default defineConfig({
  root: path.join(import.meta.dirname, 'src'),
  plugins: [react(), compressed()],
  // The packages of this repository come as sources: they need no build of their own.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // What light-dark() and nested rules need anyway.
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // The page's policy (features/dashboard of the server) allows no data URLs but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What nearly every page needs comes as a few files, not as dozens: on a slow network each one is a wait.
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            { name: 'latchkey', test: /packages\/(ui|js)\/src\// },
            { name: 'frame', test: /packages\/dashboard\/src\/(page|session|project|shell|lists)\// },
          ],
        },
      },
    },
  },
  // Beside a server that runs: `npm run dev` in the root, and this.
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api/|docs|openapi\\.json|health)': process.env['LATCHKEY_URL'] ?? 'http://localhost:8102' },
  },
});
