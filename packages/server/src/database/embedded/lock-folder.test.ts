import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from './lock-folder.ts';
import { makeFolder } from './testing/data-folder.ts';
import { until } from './testing/until.ts';

describe('lockFolder', () => {
  it('lets exactly one of many simultaneous contenders in', async () => {
    const folder = makeFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(locks).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
    await locks[0]?.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('locks a folder whose path is longer than the address of a socket', async () => {
    const folder = join(makeFolder(), 'a'.repeat(120));
    mkdirSync(folder);
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`already runs on ${folder} (process ${process.pid})`);
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('has its name only once it listens, so that no contender takes it for the leftover of a killed one', async () => {
    const folder = makeFolder();
    const names: (string | null)[] = [];
    const watcher = watch(folder, (_event, name) => names.push(name));
    const lock = await lockFolder(folder);
    const [held] = readdirSync(folder);
    await until(() => names.includes(held ?? ''));
    watcher.close();
    await lock.release();
    // The name that a socket is made under, before it listens, is none that contenders look at.
    expect(names[0]).not.toMatch(/^lock-\d+-[0-9a-f]+$/);
  });

  it('takes no notice of a killed holder, even when its process id is in use', async () => {
    const folder = makeFolder();
    const name = `lock-${process.pid}-0123abcd`;
    const holder = spawn(process.execPath, [
      '--eval',
      `require('net').createServer().listen(${JSON.stringify(join(folder, name))}, () => console.log('listening'))`,
    ]);
    await once(holder.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toThrow('already runs');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(readdirSync(folder)).toEqual([name]);
    const lock = await lockFolder(folder);
    expect(readdirSync(folder)).not.toContain(name);
    await lock.release();
  });
});
