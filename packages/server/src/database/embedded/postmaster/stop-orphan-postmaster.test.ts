import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../testing/data-folder.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { stopOrphanPostmaster } from './stop-orphan-postmaster.ts';

/** A cluster whose postmaster had this process id when it was killed. */
function leaveCluster(pid: number | undefined) {
  const location = makeFolder();
  const [cluster, host] = [join(location, 'cluster'), join(location, 'socket')];
  for (const folder of [cluster, host]) mkdirSync(folder);
  writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1\n5432\n${host}\n\n1 1\nready\n`);
  return { cluster, endpoint: { host, port: 5432 }, installation: join(location, 'postgresql-18.0.0-linux-x64') };
}

it('forgets that a killed postmaster was ready: in a container the next one often has the same process id', async () => {
  const gone = spawn('true');
  await once(gone, 'exit');
  const leftover = leaveCluster(gone.pid);
  await stopOrphanPostmaster(leftover);
  expect(await readPostmasterFile(leftover.cluster)).toBeUndefined();
});

it('leaves a stranger alone that has the process id by now, even one that speaks of the cluster', async () => {
  const leftover = leaveCluster(0);
  const stranger = spawn(process.execPath, [
    ...['--eval', 'console.log(0); setInterval(() => {}, 1000)'],
    ...['--', '/bin/postgres', '-D', leftover.cluster, '-c', 'port=5432'],
  ]);
  onTestFinished(() => void stranger.kill());
  await once(stranger.stdout, 'data');
  writeFileSync(join(leftover.cluster, 'postmaster.pid'), `${stranger.pid}\n`);
  await stopOrphanPostmaster(leftover);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});
