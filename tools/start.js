import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dashboardBuild, isBuildStale, latchkeyCommand, serverBuild } from './build-packages.js';

if (isBuildStale(serverBuild) || isBuildStale(dashboardBuild)) {
  console.log('Building Latchkey: its sources changed since the last build.');
  // In a process of its own, whose memory the server does not keep.
  const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.js'), 'server'], {
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

// In this process, not in a child of it: signals and exit codes need no passing on.
process.argv = [process.execPath, latchkeyCommand, 'start', ...process.argv.slice(2)];
await import(pathToFileURL(latchkeyCommand).href);
