import path from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';

const packages = path.join(import.meta.dirname, 'packages');

const nodePackage: UserConfig = {
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  dts: false,
  fixedExtension: false,
};

/** The server and its command: what `npm start` runs. */
export default defineConfig([
  { ...nodePackage, cwd: path.join(packages, 'contract'), entry: 'src/index.ts' },
  { ...nodePackage, cwd: path.join(packages, 'server'), entry: 'src/index.ts' },
  { ...nodePackage, cwd: path.join(packages, 'cli'), entry: 'src/main.ts' },
]);
