import { buildPackages } from './build-packages.js';

await buildPackages();
