import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../packages/cli/src/testing/free-port.ts';
import { endProcess } from '../../../tools/examples/start-fresh-latchkey.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples');

/** An example that serves. */
export interface RunningExample {
  url: string;
  stop(): Promise<void>;
}

/** Runs an example for a project, on a port of its own, and waits until it answers. */
export async function startExample(name: string, environment: Record<string, string>): Promise<RunningExample> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const example = spawn('npm', ['run', 'dev'], {
    cwd: path.join(examples, name),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [example.stdout, example.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  const stop = (): Promise<void> => endProcess(example);
  while (!(await answers(url))) {
    if (example.exitCode !== null) throw new Error(`examples/${name} did not start:\n${output}`);
    await pause(50);
  }
  return { url, stop };
}

/** Whatever it answers: that is what the tests are for. */
async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
