import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../../packages/cli/src/testing/free-port.ts';
import { endProcess } from '../../../tools/examples/start-fresh-latchkey.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/** An example that serves. */
export interface RunningExample {
  url: string;
  stop(): Promise<void>;
}

/** Runs a script of an example for a project, on a port of its own, and waits until it answers. */
export async function startExample(
  name: string,
  environment: Record<string, string>,
  script = 'dev',
): Promise<RunningExample> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const example = spawn('npm', ['run', '--silent', script], {
    cwd: path.resolve(import.meta.dirname, '../../../examples', name),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitForAnswer(example, url);
  return { url, stop: () => endProcess(example) };
}
