import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../../../packages/cli/src/testing/free-port.ts';
import { waitForAnswer } from './wait-for-answer.ts';

/** `npm start` of an example until it answers, and its end when asked to: gives the exit code and what it printed. */
export async function startAndStop(name: string): Promise<{ exitCode: number; output: string }> {
  const port = await freePort();
  const example = spawn('npm', ['start'], {
    cwd: path.resolve(import.meta.dirname, '../../../examples', name),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  example.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const exit = once(example, 'exit');
  await waitForAnswer(example, `http://localhost:${port}`);
  example.kill('SIGTERM');
  const [exitCode] = (await exit) as [number];
  return { exitCode, output };
}
