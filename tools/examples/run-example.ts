// What `npm start` of an example does: builds Latchkey when its sources changed, installs the example, starts a fresh
// server with a project, and runs the example's own command with the variables of that project.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isBuildStale, sdkBuild, serverBuild } from '../build-packages.js';
import { createProject } from './create-project.ts';
import { installExample } from './install-example.ts';
import { endProcess, startFreshLatchkey } from './start-fresh-latchkey.ts';

const [command, ...words] = process.argv.slice(2);
if (command === undefined) throw new Error('Say which command runs the example.');

if ([serverBuild, sdkBuild].some(isBuildStale)) {
  console.log('Building Latchkey: its sources changed since the last build.');
  const build = spawnSync(process.execPath, [path.join(import.meta.dirname, '../build.js')], { stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
installExample(process.cwd());

const latchkey = await startFreshLatchkey();
try {
  const { environment } = await createProject(latchkey, 'Northwind');
  console.log('\n  A fresh Latchkey runs beside this example, with a project of its own:\n');
  for (const [name, value] of Object.entries(environment)) console.log(`  ${name}=${value}`);
  console.log('\n  Ctrl-C stops both, and leaves nothing behind.\n');
  await run(command, environment);
} finally {
  await latchkey.stop();
}

/** Runs the example's command until it ends, or until this process is asked to. */
async function run(program: string, environment: Record<string, string>): Promise<void> {
  const example = spawn(program, words, {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  let isAskedToEnd = false;
  const stop = (): void => {
    isAskedToEnd = true;
    void endProcess(example);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const [code] = (await once(example, 'exit')) as [number | null];
  process.exitCode = isAskedToEnd ? 0 : (code ?? 1);
}
