import { pathToFileURL } from 'node:url';
import { buildPackages, isBuildStale, latchkeyCommand } from './build-packages.js';

if (isBuildStale()) {
  console.log('Building Latchkey: its sources changed since the last build.');
  await buildPackages();
}

// In this process, not in a child of it: signals and exit codes need no passing on.
process.argv = [process.execPath, latchkeyCommand, 'start', ...process.argv.slice(2)];
await import(pathToFileURL(latchkeyCommand).href);
