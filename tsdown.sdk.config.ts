import path from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';

const packages = path.join(import.meta.dirname, 'packages');

const publishedPackage: UserConfig = {
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  // Written by tools/emit-declarations.js.
  dts: false,
  fixedExtension: false,
  // A module a file, so that bundlers take what is used, and React's `'use client'` stays where it is said.
  unbundle: true,
  // What is not published itself becomes part of what is.
  deps: { alwaysBundle: [/^@latchkey\/(contract|ui)/], onlyBundle: false },
  inputOptions: { resolve: { conditionNames: ['source', 'import', 'default'] } },
};

/** What applications install. */
export default defineConfig([
  { ...publishedPackage, cwd: path.join(packages, 'js'), entry: ['src/index.ts', 'src/server.ts'] },
  { ...publishedPackage, cwd: path.join(packages, 'react'), entry: ['src/index.ts', 'src/forms.ts'] },
]);
